"""Given names that are common in Sweden: they tell "Karin skickar" from "Kansliet skickar"."""

GIVEN_NAMES = frozenset(
    """
    Aage Abbas Abbe Abdi Abdirahman Abdullah Abdullahi Adam Adela Adele Adem Adina Adnan
    Adolf Adrian
    Affe Agaton Agda Agne Agnes Agneta Agnieszka Ahmad Ahmed Aida Ailin Ailo Aina Aino Airi
    Aisha Aki Akram Alaa Albert Alberto Albin Aldor Alejandro Aleksandar Aleksander Aleksandra
    Alex Alexander Alexandra Alexandre Alexej Alexia Alexis Alf Alfred Algot Ali Alice Alicia
    Aliette Alina Alinda Alireza Allan Allison Alma Alrik Alva Alvar Alvaro Alvin Alvina Amal
    Amanda Amanuel Ameli Amelia Amelie Amina Amir Amira Amra Amy Anastasia Anbritt Anci
    Anders Andrea
    Andreas Andrej Andrew Andriy Andrzej André Andrés Andy Anette Angela Angelica Angelika Anil
    Anita Anja
    Ankan Anki Ann Anna Annah Annalena Annali Annbritt Anncharlotte Anne Anneke Anneli
    Annelie Annelis
    Annelise Annette Annfrid Anngerd Anngret Annhild Anni Annica Annick Annie Annika Annina
    Anniqa Annique Annlouise Annmari Annmarie Annsofie Annukka Anny Anselm Ansgar Ansi
    Antoinette Anton Antonia Antonio Antonius Antti Anund Anwar Arash Ardalan Arezo Ari Ariel
    Arild Arja Arjun Arman Armin Arne Arnfinn Arnold Arnt Aron Arthur Arto Artur Arvid Arvo
    Asbjörn Asha Asko Aslan Aslög Asmaa Assar Asta Astor Astrid Atle Aud Audrey August Augusta
    Auli Aurora Axel Ayan Ayda Ayla Aylin Ayse Azad Azadeh Azar Aziz Bahar Bahman Baltzar Baran
    Barbara Barbro Bashir Bassam Bea Beata Beatrice Beatriz Behrouz Belinda Bella Ben Benedikt
    Bengan Bengt Benita Benjam Benjamin Benke Benno Benny Bente Berit Beritt Berivan Bernard Berndt
    Berne Bernhard Bernt Berra Bert Berta Berthold Bertil Bertolf Bettan Betty Bianca Bibbi Biggan
    Bilal Billy Binnie Birger Birgit Birgith Birgitta Birgitte Birk Birte Birthe Bittan Bitte
    Bjarke Bjarne Bjarni Björn Bjørn Blanka Bo Bob Bobby Bodil Boel Bogdan Boris Bosse Botvid Brage
    Brian Brigitta Brigitte Brit Brita Brith Britt Britta Brittmari Brittmarie Bror Bruno Burak
    Börge Börje Cajsa Calle Camila Camilla Camille Candan Carin Carina Carita Carl Carlo Carlos
    Carlotta Carmen Carol Carola Carolin Carolina Caroline Carro Caspar Casper Cassandra
    Catarina Catharina Catherine Cathrin Cathrine Catrin Catrine Cattis Cattrin Cay Cecil
    Cecilia Cecilie Cedric Celine Cem Ceylan Challe Chanette Charles Charlie Charlotta Charlotte
    Chatarina Chatrin Chatrine Cherin Chiara Chister Chrille Chris Christa Christel
    Christer Christian
    Christin Christina Christine Christofer Christoffer Christopher Cia Cissi Ciwan Claes
    Claire Clara
    Clary Clas Claudia Clemens Colin Conni Conny Conrad Corina Cornelia Crister Cristian
    Cristina Curt Curth Cynthia Cyril Dag Daga Dagfinn Dagmar Dagne Dagny Dagrun Damir Dan Dani
    Daniel Daniela Daniella Danielle Danne Danny Dante Danuta Dario Darius Darko Daryush Dave
    David Davor Dawit Debora Deborah Deepak Delila Denis Denise Dennis Denny Derek Dervis Desiré
    Desirée Diana Dick Diego Dilan Dina Dino Disa Diyar Djordje Dmytro Dominic Dominik Dora Doris
    Dorota Dorotea Dorothea Dorthe Douglas Dragan Dragana Drago Dusan Ebba Ebbe Edda Eddie Edgar
    Edin Edina Edit Edita Edith Edla Edmund Eduardo Edvard Edvin Edward Edyta Eero Efraim Efva
    Egil Egon Eidar Eija Eila Eilert Einar Eine Eino Eira Eirik Eivind Eivor Elaine Elena
    Eleonor Eleonora Elfrida Eliana Eliane Elias Elicia Elif Elin Elina Elinor Elis Elisa
    Elisabet Elisabeth Elise Eliza Elizabeth Elke Ella Ellen Ellenor Elli Ellinor Ellinore
    Elliot Elly Elma Elmer Elmira Elna Elof Elofina Elsa Else Elsebeth Elsie Elsy Elvi Elvira
    Elvy Elzbieta Emanuel Embla Emelie Emelina Emely Emerik Emil Emilia Emilie Emina Emine Emir
    Emma Emmanuel Emmeli Emmelie Emmy Emre Emy Enar Enes Engla Enok Enya Ergün Erhard Eric Erica
    Erich Erik Erika Erkan Erkki Erland Erling Erna Ernesto Ernst Ervin Erwin Esa Esbjörn Eskil
    Eskild Esko Esmail Esmeralda Estelle Ester Estrid Ethel Eugen Eugene Eugenia Eugén Eva
    Evald Evalena
    Evalotta Evamarie Eve Evelina Eveline Evelyn Evert Evi Evy Ewa Eyvor Ezgi Fabian Faduma Fadumo
    Faisal Fanni Fanny Farah Farhad Fariba Farid Farida Farideh Farshid Fatemeh Fatima Fatma
    Fatme Felicia Felix Feras Ferdinand Fereshteh Fernando Fia Figge Filip Filippa Filmon
    Fingal Finn
    Fiona Fjodor Flavia Flemming Florian Folke Folmer Francesca Francesco Francis Francisco
    Frank Frans Fransisca Fransiska Franz Françoise Frasse Fred Fredde Freddy Frederick Frederik
    Fredric Fredrik Fredrika Frej Freja Frida Fride Frideborg Friedrich Fritiof Fritjof Frits
    Fritz Frode Furkan Gabriel Gabriela Gabriella Gabrielle Gareth Gary Geir Georg George
    Georgios Gerard Gerardo Gerd Gerda Gerhard Germund Gerry Gert Gertie Gertrud Ghassan Gideon
    Gina Giovanni Gisela Gittan Gitte Gladys Glenn Goran Gordana Gordon Gottfrid Gottfried Greg
    Greger Gregor Gregory Greta Grete Grethe Gro Gudmar Gudmund Gudrun Guido Guje Gull Gullan
    Gullbritt Gulli Gullvi Gun Gunborg Gunbritt Gunda Gunder Gunhild Gunhilda Gunila Gunilla
    Gunlög Gunmari Gunn Gunnar Gunne Gunnel Gunni Gunnie Gunsan Gunvald Gunvor Gurli Guro Gurra
    Gustaf Gustafva Gustav Gustava Gärd Göran Görel Görgen Gösta Göta Göte Göthe Gövert Habib
    Hadar Hadi
    Haidar Haitham Hakan Haldo Halim Halima Halina Halldor Halvar Halvard Halvor Hamid Hampe Hampus
    Hamza Hanan Hani Hanna Hannah Hanne Hannele Hannes Hannu Hans Harald Harri Harriet Harris
    Harry Hasan Hassan Hasse Hava Hazel Hebbe Hedda Hedvig Hege Heidi Heike Heikki Heinz Helen
    Helena Helene
    Helga Helge Helgi Helja Helle Hellen Helmer Helmi Helmut Helmuth Helny Heléne Henke Henning
    Henny Henric Henrietta Henriette Henrik Henrika Henry Herbert Herman Herta Hiba Hilda Hilde
    Hildegard Hilding Hildur Hilja Hilkka Hillevi Hilma Hilmer Hiltrud Hiwa Hjalmar Hjördis Hoda
    Hodan Holger Horst Hossein Houda Hubert Huda Hugo Hulda Huseyin Hussein Håkan Håkon Håvard
    Ian Iben Ibrahim Ibtisam Ica Ida Idar Idor Idriss Idun Ifrah Igor Ilhan Ilir Ilkka Illona
    Ilmar Ilona Ilse Ilze Iman Immanuel Imre Ines Inez Ing Inga Ingabritt Ingalena Ingalill
    Ingalisa Ingbritt Inge Ingeborg Ingegerd Ingegärd Ingel Ingela Ingemar Ingemo Ingemund Inger
    Ingert Inghild Ingjerd Ingmar Ingmari Ingolf Ingram Ingrid Ingunn Ingvald Ingvar Ingvor
    Ingwald Ioanna Irena Irene Irina Iris Irja Irma Irmeli Iréne Isa Isabell Isabella Isabelle
    Isac Isak Isidor Ismail Ismet Isolde Istvan Ivan Ivana Ivar Ivo Ivonne Ivy Iwona Izabela
    Jaak Jaan Jacek Jack Jackie Jacob Jacqueline Jadwiga Jakob Jakub Jakup Jalal Jama Jamal
    Jamie Jamila Jamshid Jan Jana Jane Janet Janette Janina Janis Janne Jannica Jannice Jannik
    Jannika Jannike Jannis Jari Jarl Jarmila Jarmo Jasenka Jasmin Jasmina Jasmine Jasna Jason
    Javier Jean Jeanett Jeanette Jeanne Jeannette Jeff Jelena Jemima Jenni Jennie Jennifer Jenny
    Jens Jeppe Jeremias Jeremy Jerk Jerker Jerome Jerry Jesper Jess Jessica Jessika Jette Jill
    Jim Jimmie Jimmy Joachim Joacim Joakim Joan Joanna Joar Jocelyne Jocke Jockum Joe Joel Joen
    Johan Johann Johanna Johannes John Johna Johnnie Johnny Johny Jolanta Jompa Jon Jonas
    Jonatan Jonathan Jonna Jonny Jonte Joost Joppe Jorge Jorma Jorunn Jose Josef Josefa Josefin
    Josefina Josefine Joseph Josephine Jossan Jostein Josua Jouni Jozef Joëlle Juan Judit Judith
    Juha Juhani Jukka Julia Julian Juliana Julie Juliette Julius Junis Jussi Justin Justus Jutta
    Jyrki Jytte Jöns Jörel Jörg Jörgen Jörn Jürgen Jørgen Kaare Kaarina Kaarlo Kadir Kai Kaija Kaisa
    Kaisu Kaj Kaja Kajan Kajsa Kalevi Kalle Kamal Kamilla Karen Kari Karim Karin Karina Karl
    Karla Karoliina Karolin Karolina Karoline Karsten Kasia Kaspar Kasper Katarina Katarzyna
    Kate Katharina Kathleen Kathrine Kati Katie Katinka Katja Katrin Katrina Katta Kattis Kay
    Kazem Kees Keijo Keith Kelly Ken Kennerth Kennet Kenneth Kenny Kent Kenta Kenth Kerim
    Kersti Kerstie
    Kerstin Kerttu Kettil Kevin Khadija Khaled Khalid Kia Kicka Kickan Kicki Kiell Kiki Kim
    Kimberly Kimmo Kinna Kira Kirsi Kirsten Kirsti Kitty Kjartan Kjell Kjelle Kjerstin Kjetil
    Klaes Klara Klas Klaus Knut Kofi Konny Konrad Kostas Krasimir Krille Krista Kristel Krister
    Kristian Kristiina Kristin Kristina Kristine Kristofer Kristoffer Krzysztof Kullervo Kuno
    Kurre Kurt Kyösti Kåre Laban Laila Laith Laleh Lamin Larry Lars Lasse Laszlo Laura Lauri
    Laurits Layla Lea Leandro Leanne Lee Leena Leffe Leia Leif Leila Lejla Lelle Lemmy Lena Lene
    Leni Lenita Lennart Lennie Leo Leon Leonard Leonora Leopold Lesley Lester Levi Leyla Li Liam
    Lidia Liisa Lilian Liliann Lill Lillan Lillemor Lillian Lilly Lilo Lina Linda Lindsay Line
    Linkan Linn Linnea Linnéa Linus Lis Lisa Lisbet Lisbeth Lise Liselott Liselotte Lisen Lisett
    Liv Livia Liza Lizette Lizzie Ljiljana Ljubica Loa Loffe Loke Lola Lollo Lone Loni Lorena
    Lorentz Loretta Loris Lotta Lotte Lotten Lottie Lottis Louis Louisa Louise Lova Love Lovis
    Lovisa Luay Lucas Lucia Lucie Lucy Ludde Ludmila Ludvig Ludwig Luis Luka Lukas Lukasz Luna
    Lydia Lydie Lykke Lyndon Lynn Lärke Maarit Machteld Maciej Mackan Madde Madelaine Madeleine
    Madelene Madlene Magda Magdalena Magdalene Maggan Maggie Magne Magnhild Magnus Mahdi Maher
    Mahin Mahmoud Mahmud Mahmut Mahnaz Maie Maija Maiju Maire Maisa Mait Maivor Maj Maja
    Majbritt Majgull Majken Majlen Majlis Majt Majvor Makonnen Malena Malgorzata Malik Malin
    Malkolm Mallan Malle Malou Malte Malva Manal Manfred Mange Manne Manuel Manuela Mara Marcel
    Marcela Marcin Marco Marcos Marcus Mardon Marek Maren Margaret Margareta Margaretha Margit
    Margita Margot Margrit Marguerite Mari Maria Mariam Marian Mariana Mariann Marianne Marica
    Marie Marielle Mariette Marija Marijana Marika Marina Marinette Mario Marion Maris Marisol Marit
    Marita Marius Marja Marjaana Marjatta Marjo Marketta Markku Marko Markus Marlen Marlene
    Marléne Marre Marta Martha Martin Martina Martine Martti Marwan Mary Maryam Masoud Mateusz
    Mathias Mathilda Mathilde Matias Matilda Mats Matt Matte Matteus Matthias Matti Mattias
    Mattis Maud Mauri Maurice Maurits Mauritz Max Maxim Maximilian Maxine Maya Megan Mehdi
    Mehmet Mehran Mehrdad Mei Meit Meja Melina Melinda Melissa Melker Melvin Mensur Merja Meron
    Mersiha Mervi Mesut Mette Mia Micael Micaela Micha Michael Michaela Michal Michel Michelle
    Mickael Micke Mie Miguel Mihai Mika Mikael Mikaela Mikkel Mikko Miklos Mildred Milena Milica
    Milla Millan Mille Milo Miloš Milton Mimmi Minea Minh Minna Mira Miranda Mireille Mirela
    Miriam Mirja Mirjam Mirjami Mirjana Miro Miroslav Mirsad Mirza Mischa Misha Mitra Moa Mogens
    Mogge Mohamad Mohamed Mohammad Mohammed Mohsen Molly Mona Monica Monika Monique Monir Monkan
    Monne Morgan Morten Mostafa Muhammad Muhammed Muna Munir Murat Musa Mustafa My Myra Märet
    Märit Märta Måna Måns Mårten Mårtin Mårtina Nabil Nabila Nader Nadia Nadine Nadja Naemi
    Nahid Naima Najib Najma Nalle Nancy Nanna Nanny Naomi Narges Nasim Nasir Nasra Nasrin Nasser
    Natali Natalia Natalie Natan Natanael Natasha Nathalie Navid Nawal Nea Neda Neea Neil Nellie
    Nelly Nenne Nermin Nettan Nguyen Nicholas Nick Nickan Nicke Nicklas Niclas Nicola
    Nicolai Nicolas
    Nicole Nicoletta Nicolina Niels Nigel Niilo Nike Niki Nikita Niklas Niko Nikola Nikolai
    Nikolaj Nikolas Nilla Nils Nilsgunnar Nima Nina Ninni Nippe Nisha Nisse Nizar Njål Noah Noel
    Noomi Noor Nora Norbert Nore Norea Nour Nuha Nuri Nutte Odd Oddbjörn Oddvar Oili Oksana Ola
    Olaf Olav Olavi Ole Oleg Olena Olga Oline Oliver Olivia Olivier Olle Olof Olov Omar Omid
    Onni Ophelia Orvar Orwar Osborn Oscar Oskar Oskari Osman Osmo Ossi Ossian Osvald Oswald
    Othman Otilia Ottar Ottil Ottilia Ottilie Otto Outi Ove Paal Paavo Pablo Paige Palle Pam
    Pamela Panu Paola Parisa Parvaneh Parvin Parviz Pascal Pasi Patric Patrice Patricia Patrick
    Patrik Patrycja Paul Paula Paulina Pauline Paulo Paulus Pavel Peder Pedro Peggy Pehr Peik
    Pekka Pella Pelle Pentti Peo Peppe Per Perarne Percy Perikles Pernilla Pernille Perolof Perra
    Pete Peter Pethra Pethrus Petra Petri Petronella Petrus Petter Peyman Phia Phil Philip
    Philippa Phillip Pia Pierre Pieter Piotr Pirjo Pirkko Pirre Polly Pontus Pouya Povel Preben
    Priya Puttan Putte Pyret Pytte Päivi Päivikki Pär Pål Quentin Rabia Rachel Rade Radka Rafael
    Raffaella Ragge Ragna Ragnar Ragne Ragnhild Ragni Ragnvald Rahel Rahim Raija Raili Raimo Raimond
    Raimund Raine Rainer Raj Rakel Ralf Ralph Rami Ramin Ramona Rana Randi Rania Raphael Rasha
    Rashid Rasmus Raul Rauni Rauno Ravi Raymond Razmik Rebecca Rebecka Rebin Regina Regine Reidar
    Reijo Reine Reinhold Reino Remy Renata Renate René Renée Resad Reza Rhea Ricardo Richard
    Richardt Rickard Ricky Ridwan Rigmor Riina Riitta Rikard Rikke Rino Risto Rita Ritva Roar
    Rob Robban Robert Roberta Roberto Robin Robyn Rodney Rodrigo Roffe Roger Rogert Rogge
    Roine Rojin
    Roland Rolf Romina Ron Ronald Ronja Ronnie Ronny Rosalie Rosanna Rose Rose-Marie Rosemary
    Roshan Rosita Rosmarie Roxana Roy Roya Roza Ruba Ruben Rudi Rudolf Rumi Runa Rune Rurik
    Ruslan Rustan Rut Ruth Ryan Ryszard Saad Saara Sabbe Sabina Sabine Sabrina Sacharias Sadegh
    Saeed Safa Safiya Saga Sahra Said Saida Saif Saila Saima Sakari Salah Salam Salim Sally
    Salma Salme Salomon Salvador Sam Samantha Sami Samir Samira Sammy Samuel Sander Sandra
    Sandro Sandy Sanja Sanjay Sanna Santeri Santiago Sara Sarah Sari Sasha Sassi Satu Sean Sebastian
    Sebbe Seija Selam Selim Selina Selma Semir Senad Senait Sepideh Seppo Serge Sergey Sergio
    Serkan Seth
    Seved Severin Shabnam Shadi Shahin Shahla Shahram Sharon Shayan Sheida Sheila Shirin Shirley
    Sibylla Sickan Sievert Sigbritt Sigfrid Sigge Siglinde Signe Signhild Sigrid Sigrun Sigurd
    Sigvald Sigvard Sigve Silja Silvia Simeon Simon Simona Simone Sinan Sindre Sinikka Siri
    Sirkka Sirpa Sissela Sissi Siv Sivan Sivert Siw Siwan Siwert Sixten Siyad Sjoerd Skage
    Slavica Slobodan
    Smilla Snezana Snorre Sofi Sofia Sofie Sofija Soheila Soile Solange Solbritt Solgerd Solveig
    Solvej Solvig Sonia Sonja Sonny Sophia Sophie Soraya Spencer Stacy Staffan Stanislav
    Stanislaw Stanley Steen Stefan Stefania Stefanie Steffe Steffen Steinar Stella Stellan
    Sten Stephan
    Stephanie Steve Steven Stewart Stickan Stieg Stig Stina Stine Stiv Sture Sturla Styrbjörn
    Ståle Suad Sue Suleiman Sulejman Sune Sunita Suresh Susan Susana Susann Susanna Susanne
    Suss Sussi
    Sussie Suvi Suzana Suzanne Svante Svea Svein Sven Svenerik Svenne Svenolof Sverker Sverre
    Sverrir Svetlana Svitlana Swen Sylve Sylvester Sylvi Sylvia Sylwia Synnöve Syrene Szilvia
    Sölve Sören
    Søren Tage Taha Tahir Taina Talal Tamar Tamara Tanja Tanya Tapani Tapio Tarek Tariq Tarja
    Tarmo Tatiana Tatjana Tauno Tea Ted Teddy Teemu Teija Tekla Tellervo Tennie Teo Teodor
    Teresa Terese Teresia Terez Terje Tero Terri Terry Terttu Tesfay Tesfaye Tess Tessan Thanh Thea
    Thelma Theo Theodor Theodora Theres Therese Theresia Therése Thina Thomas Thommy Thony Thor
    Thorbjörn Thord Thore Thorgny Thorild Thorleif Thorsten Thorvald Thure Thérèse Tia Tiffany
    Tiia Tiina Tilda Tilde Tilla Tilly Tim Timmy Timo Timothy Tina Tindra Tineke Tintin Tiril
    Tirza Titti Tjalle Tjelvar Tobba Tobbe Tobias Todd Toivo Tom Tomas Tomasz Tomi Tomislav Tomme
    Tommie Tommy Tompa Toni Tony Tor Tora Torben Torbjörn Torborg Tord Tordis Tore Torgils
    Torgny Toril Torkel Torkild Torleif Tormod Torolf Torsten Torsti Torulf Torun Torvald Toste
    Tottan Totte Touraj Tova Tove Tracey Tracy Trevor Trine Trond Trude Truls Tryggve Trygve
    Tuija Tuire Tuomas Tuomo Ture Turid Tuula Tuva Tycho Tyko Tyra Uffe Ulf Uljana Ulla
    Ullabritt Ullacarin Ullis Ulrica Ulrik Ulrika Ulrike Ulvi Umberto Una Unni Uno Urban Urho Ursula
    Urszula Urve Uwe Vahid Valborg Valdemar Valentin Valentina Valeria Valfrid Valter Vanessa
    Vanja Vasilios Veera Veikko Veine Velma Vendela Venla Vera Verena Verna Verner Veronica
    Veronika Vesa Vesna Vibeche Vibeke Vickan Vicki Vicktoria Vicky Victor Victoria Vidar Vigdis
    Viggo Viktor Viktoria Vilgot Vilhelm Vilhelmina Vilja Viljo Ville Villemo Villy Vilma Vilmer
    Vincent Viola Viran Virpi Vitali Vivan Viveca Viveka Vivi Vivianne Vlad Vladimir Vladislav
    Volkan Volker Volmar Wafa Waldemar Walid Wallis Walter Walther Walton Wanda Wanja Wei Wenche
    Wendela Wendy Wenke Wera Werner Weronica Wictor Wiggo Wilfrid Wilhelm Wilhelmina Wilja Wille
    William Willmar Willy Wilma Winnie Winston Wivan Wiveca Wiveka Wivianne Wojciech Wolfgang
    Xerxes Yasin Yasmin Yasmine Ylva Ylvali Ylwa Yngvar Yngve Yohannes Yolanda Yonas Yosef
    Younes Yousef Youssef Yrjö Yrsa Yuri Yusuf Yuval Yves Yvette Yvonne Zach Zacharias Zackarias
    Zahra Zaid Zainab Zaki Zandra Zara Zarah Zaza Zdenka Zeinab Zelda Zeljko Zelma Zenita Zeth
    Zeynep Zigge Zita Zlatan Zoe Zofia Zohreh Zoran Zsuzsanna Zuzana Ägir Älva Ängla Ärla Ådel
    Åge Åke Åsa Åse Åsgeir Åshild Åslaug Åsmund Åsta Öivind Öjvind Ömer Ömür Örjan Örn Östen
    Öyvind Özlem Øivind Ørjan Øystein Øyvind Ülkü
    """.split()
)
