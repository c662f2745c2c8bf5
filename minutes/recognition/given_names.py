"""Given names that are common in Sweden: they tell "Karin skickar" from "Kansliet skickar"."""

GIVEN_NAMES = frozenset(
    """
    Abbe Abdi Abdirahman Abdullah Abdullahi Adam Adela Adele Adina Adolf Adrian Agaton Agda Agne
    Agnes Agneta Agnieszka Ahmed Aina Aino Aisha Akram Albert Alberto Albin Alejandro Aleksandar
    Aleksander Aleksandra Alex Alexander Alexandra Alexandre Alexej Alexia Alexis Alf Alfred
    Algot Ali Alice Alicia Aliette Alina Alinda Allan Allison Alma Alrik Alva Alvar Alvaro
    Alvina Amal Amanda Amanuel Ameli Amelia Amelie Amina Amir Amira Anastasia Anbritt Anci
    Anders Andrea Andreas Andrej Andrew Andrzej André Andrés Anette Angela Angelica Angelika
    Anita Anja Ankan Anki Ann Anna Annah Annalena Annali Annbritt Anncharlotte Anne Anneli
    Annelie Annelis Annelise Annette Annfrid Anngerd Annhild Anni Annica Annick Annie Annika
    Annina Anniqa Annique Annlouise Annmari Annmarie Annsofie Annukka Anny Anselm Antoinette
    Anton Antonia Antonio Antonius Antti Anwar Arash Arezo Ariel Arild Arja Arman Armin Arne
    Arnold Aron Arthur Arto Artur Arvid Arvo Asko Asmaa Assar Asta Astor Astrid Atle Audrey
    August Augusta Auli Aurora Axel Ayan Ayda Ayla Aylin Ayse Azadeh Azar Aziz Bahar Bahman
    Baltzar Barbara Barbro Bashir Bea Beata Beatrice Beatriz Behrouz Belinda Ben Benedikt Bengt
    Benita Benjam Benjamin Benno Benny Bente Berit Beritt Bernard Berndt Berne Bernhard Bernt
    Berra Bert Berta Berthold Bertil Bertolf Bettan Betty Bianca Bibbi Bilal Billy Binnie Birger
    Birgit Birgith Birgitta Birgitte Birk Birthe Bittan Bitte Bjarke Bjarne Bjarni Björn Blanka
    Bo Bobby Bodil Boel Bogdan Boris Bosse Brage Brian Brigitta Brigitte Brit Brita Brith Britt
    Britta Brittmari Brittmarie Bror Bruno Börge Börje Cajsa Calle Camila Camilla Camille Candan
    Carin Carina Carita Carl Carlo Carlos Carlotta Carmen Carol Carola Carolin Carolina Caroline
    Caspar Casper Catarina Catharina Catherine Cathrin Cathrine Catrin Catrine Cattis Cattrin
    Cay Cecil Cecilia Cecilie Cedric Celine Ceylan Chanette Charles Charlie Charlotta Charlotte
    Chatarina Chatrin Chatrine Cherin Chister Chrille Chris Christa Christel Christer Christian
    Christin Christina Christine Christofer Christoffer Christopher Cia Ciwan Claes Clara Clas
    Claudia Clemens Colin Conni Conny Conrad Corina Cornelia Crister Cristian Cristina Curt
    Curth Cynthia Cyril Dag Daga Dagfinn Dagmar Dagne Dagny Dagrun Damir Dan Dani Daniel Daniela
    Daniella Danielle Danny Danuta Dario Darius Darko Daryush David Davor Dawit Debora Deborah
    Delila Denis Denise Dennis Denny Dervis Desiré Desirée Diana Dick Diego Dilan Dino Disa
    Diyar Djordje Dominic Dominik Doris Dorota Dorotea Dorothea Dorthe Douglas Dragan Drago
    Dusan Ebba Ebbe Edda Eddie Edina Edit Edita Edith Edla Edmund Eduardo Edvard Edvin Edward
    Edyta Eero Efva Egon Eidar Eija Eila Einar Eine Eino Eirik Eivind Eivor Elaine Elena Eleonor
    Elfrida Eliana Eliane Elias Elicia Elif Elin Elina Elinor Elis Elisa Elisabet Elisabeth
    Elise Eliza Elizabeth Elke Ella Ellen Ellenor Elli Ellinor Ellinore Elliot Elly Elma Elmer
    Elna Elof Elofina Elsa Elsebeth Elsie Elvira Elvy Elzbieta Emanuel Embla Emelie Emelina
    Emely Emerik Emil Emilia Emina Emma Emmanuel Emmeli Emmelie Emmy Emre Emy Enar Enes Enok
    Ergün Erhard Eric Erica Erich Erik Erika Erkki Erland Erling Erna Ernesto Ernst Ervin Erwin
    Esa Esbjörn Eskil Eskild Esko Esmail Esmeralda Estelle Ester Estrid Ethel Eugen Eugene
    Eugenia Eugén Eva Evald Evalotta Evamarie Eve Evelina Eveline Evelyn Evert Evi Evy Ewa Eyvor
    Ezgi Fabian Faisal Fanni Fanny Farah Farhad Fariba Farid Farida Farideh Farshid Fatemeh
    Fatima Fatma Felicia Felix Feras Ferdinand Fereshteh Fernando Fia Filip Filippa Finn Fjodor
    Flavia Flemming Florian Folke Francesca Francesco Francis Francisco Frank Frans Fransisca
    Fransiska Franz Françoise Fred Freddy Frederick Frederik Fredric Fredrik Fredrika Freja
    Frida Friedrich Fritiof Fritjof Frits Fritz Frode Furkan Gabriel Gabriela Gabriella Geir
    Georg George Georgios Gerard Gerardo Gerd Gerda Gerhard Germund Gert Gertie Gertrud Gideon
    Gina Giovanni Gisela Gittan Gitte Gladys Glenn Goran Gordana Gordon Gottfrid Gottfried
    Greger Gregor Gregory Greta Grethe Gudmar Gudmund Gudrun Guido Guje Gull Gullan Gullbritt
    Gulli Gun Gunborg Gunbritt Gunder Gunhild Gunhilda Gunila Gunilla Gunlög Gunmari Gunn Gunnar
    Gunnel Gunnie Gunvald Gunvor Guro Gustaf Gustafva Gustav Göran Görel Gösta Göte Göthe Habib
    Hadar Hadi Haidar Hakan Haldo Halim Halina Halldor Halvar Hamid Hampe Hampus Hamza Hanan
    Hani Hanna Hannah Hanne Hannele Hannes Hans Harald Harri Harriet Harris Harry Hasan Hassan
    Hasse Hava Hedda Hedvig Heidi Heikki Heinz Helen Helena Helene Helga Helge Helgi Helja Helle
    Hellen Helmer Helmi Helmut Helmuth Heléne Henning Henny Henric Henriette Henrik Henrika
    Henry Herbert Herman Herta Hilda Hildegard Hilding Hildur Hilja Hilkka Hillevi Hilma Hiltrud
    Hjalmar Hjördis Hoda Hodan Holger Horst Houda Hubert Huda Hugo Hulda Hussein Håkan Håkon
    Håvard Ian Iben Ibrahim Ibtisam Ica Ida Idar Idor Idriss Idun Igor Ilhan Illona Ilmar Ilona
    Ilse Ilze Iman Immanuel Imre Ines Ing Inez Inga Ingalena Ingalill Ingalisa Ingbritt Inge
    Ingeborg Ingegerd Ingegärd Ingel Ingela Ingemar Ingemo Ingemund Inger Ingert Inghild Ingjerd
    Ingmar Ingmari Ingolf Ingram Ingrid Ingunn Ingvald Ingvar Ingvor Ingwald Ioanna Irena Irene
    Irina Iris Irja Irma Irmeli Iréne Isa Isabell Isabella Isabelle Isac Isak Isidor Ismail
    Isolde Istvan Ivan Ivana Ivar Ivo Ivonne Iwona Izabela Jaak Jaan Jacek Jack Jackie Jacob
    Jacqueline Jadwiga Jakob Jakub Jakup Jalal Jamal Jamila Jamshid Jan Jana Jane Janet Janette
    Janina Janis Janne Jannica Jannice Jannik Jannika Jannike Jannis Jari Jarl Jarmila Jarmo
    Jasenka Jasmin Jasmine Jasna Jason Javier Jeanett Jeanette Jeanne Jeannette Jeff Jelena
    Jemima Jenni Jennie Jennifer Jenny Jens Jeppe Jeremias Jeremy Jerk Jerker Jerome Jerry
    Jesper Jess Jessica Jessika Jette Jill Jim Jimmie Jimmy Joachim Joacim Joakim Joan Joanna
    Joar Jocelyne Jocke Jockum Joe Joel Joen Johan Johann Johanna Johannes John Johna Johnnie
    Johnny Johny Jolanta Jompa Jon Jonas Jonatan Jonathan Jonna Jonny Joppe Jorge Jorunn Jose
    Josef Josefa Josefin Josefina Josefine Joseph Josephine Jostein Josua Jouni Jozef Joëlle
    Juan Judit Judith Juha Jukka Julia Julian Juliana Julie Juliette Julius Jussi Justin Jutta
    Jytte Jöns Jörel Jörg Jörgen Jörn Jørgen Kaare Kaarina Kaarlo Kai Kaija Kaisa Kaisu Kaj
    Kajsa Kalle Kamal Kamilla Karen Kari Karim Karin Karina Karl Karla Karoliina Karolin
    Karolina Karoline Kasia Kaspar Kasper Katarina Katarzyna Kate Katharina Kathleen Kathrine
    Kati Katie Katja Katrin Katrina Katta Kattis Kay Kazem Keijo Keith Kelly Kennerth Kennet
    Kenneth Kenny Kent Kenth Kerim Kersti Kerstie Kerstin Kerttu Kettil Kevin Khadija Khaled
    Khalid Kia Kicka Kicki Kiell Kiki Kim Kimberly Kimmo Kinna Kira Kirsi Kirsten Kirsti Kitty
    Kjartan Kjell Kjelle Kjerstin Klaes Klara Klas Klaus Knut Kofi Konny Konrad Kostas Krasimir
    Krista Kristel Krister Kristian Kristiina Kristin Kristina Kristine Kristofer Kristoffer
    Krzysztof Kuno Kurt Kyösti Kåre Laila Laith Laleh Lamin Lars Lasse Laszlo Laura Lauri
    Laurits Layla Lea Leandro Leanne Leena Leffe Leif Leila Lelle Lemmy Lena Lene Leni Lenita
    Lennart Lennie Leo Leon Leonard Leonora Leopold Lester Liam Lidia Lilian Liliann Lill
    Lillemor Lillian Lilly Lina Linda Lindsay Line Linn Linnea Linnéa Linus Lis Lisa Lisbet
    Lisbeth Lise Liselott Liselotte Lisen Lisett Liv Livia Liza Lizette Lizzie Ljiljana Ljubica
    Loa Loffe Loke Lola Lollo Loni Lorena Loretta Lotta Lotte Lotten Lottie Lottis Louis Louisa
    Louise Lova Love Lovis Lovisa Lucas Lucia Lucie Lucy Ludde Ludmila Ludvig Ludwig Luis Luka
    Lukas Lukasz Lydia Lydie Lykke Lyndon Maarit Machteld Maciej Madelaine Madeleine Madelene
    Madlene Magda Magdalena Magdalene Maggan Magnus Mahdi Mahin Mahmoud Mahmud Mahnaz Maie Maija
    Maiju Maire Maisa Mait Maj Maja Majbritt Majgull Majken Majlen Majlis Majvor Makonnen Malena
    Malgorzata Malik Malin Mallan Malou Malte Malva Manal Manfred Manne Manuel Manuela Mara
    Marcel Marcela Marcin Marco Marcos Marcus Mardon Marek Maren Margaret Margareta Margaretha
    Margit Margita Margot Margrit Marguerite Mari Maria Mariam Marian Mariann Marianne Marica
    Marie Marielle Mariette Marija Marijana Marika Marina Marinette Mario Marion Maris Marit
    Marita Marius Marja Marjaana Marjatta Marjo Marketta Markku Marko Markus Marlen Marlene
    Marléne Marta Martha Martin Martina Martine Martti Marwan Mary Maryam Masoud Mateusz Mathias
    Mathilda Mathilde Matias Matilda Mats Matteus Matthias Matti Mattias Mattis Maud Maurice
    Maurits Max Maxim Maxine Maya Megan Mehdi Mehmet Mehran Mehrdad Meit Melina Melissa Melker
    Melvin Mensur Mette Mia Micael Micaela Micha Michael Michaela Michal Michel Michelle Mickael
    Micke Mie Miguel Mihai Mika Mikael Mikaela Mikkel Mikko Miklos Mildred Milena Milica Milla
    Millan Milo Miloš Mimmi Minna Miranda Mireille Mirela Miriam Mirja Mirjam Mirjami Mirjana
    Miro Miroslav Mirza Misha Mitra Moa Mogens Mohamad Mohamed Mohammad Mohammed Mohsen Molly
    Mona Monica Monika Monique Monir Monne Morgan Mostafa Muhammad Muhammed Muna Munir Murat
    Musa Mustafa Myra Måns Mårten Mårtin Mårtina Märet Märit Märta Nabil Nabila Nader Nadia
    Nadine Nadja Naima Najib Najma Nancy Nanna Naomi Narges Nasim Nasir Nasra Nasrin Nasser
    Natali Natalia Natalie Natasha Nathalie Navid Nawal Neda Nellie Nelly Nenne Nermin Nettan
    Nicholas Nick Nicke Nicklas Niclas Nicola Nicolai Nicolas Nicole Nicoletta Nicolina Niels
    Niilo Nike Niki Nikita Niklas Niko Nikola Nikolai Nikolaj Nikolas Nilla Nils Nilsgunnar Nima
    Nina Ninni Nippe Nisha Nisse Nizar Njål Noah Noel Noomi Noor Nora Norbert Nore Norea Nour
    Nuha Nuri Nutte Odd Oddvar Oili Oksana Ola Olaf Olav Olavi Ole Oleg Olena Olga Oliver Olivia
    Olivier Olle Olof Olov Omar Omid Onni Ophelia Orvar Orwar Osborn Oscar Oskar Oskari Osman
    Ossian Osvald Oswald Othman Otilia Ottil Ottilia Ottilie Otto Outi Ove Paal Paavo Pablo
    Paige Palle Pamela Panu Paola Parisa Parvaneh Parviz Pascal Patric Patrice Patricia Patrick
    Patrik Patrycja Paul Paula Paulina Pauline Paulo Paulus Pavel Peder Pedro Peggy Pehr Peik
    Pekka Pella Pelle Per Perarne Percy Perikles Pernilla Pernille Perolof Peter Pethra Pethrus
    Petra Petri Petronella Petrus Petter Phia Philip Philippa Phillip Pia Pierre Pieter Piotr
    Pirjo Pirkko Pirre Polly Pontus Pouya Povel Preben Putte Pål Päivi Päivikki Pär Quentin
    Rabia Rachel Rade Radka Rafael Raffaella Ragna Ragnar Ragne Ragnhild Rahel Rahim Raija Raili
    Raimo Raimond Raimund Raine Rainer Raj Rakel Ralf Ralph Ramin Ramona Randi Rania Raphael
    Rasha Rasmus Raul Rauno Raymond Razmik Rebecca Rebecka Regine Reidar Reijo Reine Reinhold
    Reino Remy Renata Renate René Renée Reza Rhea Ricardo Richard Richardt Rickard Rigmor Riina
    Riitta Rikard Rikke Rino Risto Rita Ritva Robban Robert Roberta Roberto Robin Robyn Rodney
    Rodrigo Roffe Roger Rogert Rogge Roine Roland Rolf Romina Ronald Ronja Ronnie Ronny Rosalie
    Rosanna Rose Rose-Marie Roshan Rosita Rosmarie Roxana Roy Roya Ruba Ruben Rudi Rudolf Rumi
    Rune Rurik Ruslan Rustan Rut Ruth Ryan Ryszard Saara Sabina Sabine Sabrina Sacharias Sadegh
    Safa Safiya Saga Sahra Said Saida Saif Saila Saima Salah Salim Sally Salma Salme Salomon
    Salvador Samantha Sami Samir Samira Sammy Samuel Sander Sandra Sandro Sanja Sanna Santeri
    Sara Sarah Sari Sasha Sassi Satu Sebastian Seija Selam Selim Selina Selma Sepideh Seppo
    Serge Sergio Serkan Seth Severin Shadi Shahin Shahla Shahram Sharon Shayan Sheida Shirin
    Sickan Sigbritt Sigfrid Sigge Siglinde Signe Signhild Sigrid Sigrun Sigurd Sigvald Sigvard
    Silvia Simeon Simon Simona Simone Sindre Sinikka Siri Sirkka Sirpa Sissela Sissi Siv Sivert
    Siw Siwan Siwert Sixten Skage Slavica Slobodan Snezana Sofi Sofia Sofie Sofija Soile Solange
    Solbritt Solgerd Solveig Solvej Sonia Sonja Sonny Sophia Sophie Soraya Spencer Staffan
    Stanislav Stanislaw Stanley Steen Stefan Stefania Stefanie Steffen Steinar Stella Stellan
    Sten Stephan Stephanie Steve Steven Stewart Stickan Stieg Stig Stina Stine Sture Sturla
    Styrbjörn Ståle Suleiman Sulejman Sune Suresh Susan Susana Susann Susanna Susanne Suss Sussi
    Sussie Suvi Suzana Suzanne Svante Svea Svein Sven Svenerik Svenne Svenolof Sverker Sverre
    Sverrir Svetlana Swen Sylve Sylvester Sylvi Sylvia Sylwia Synnöve Syrene Szilvia Sölve Sören
    Søren Tage Taha Taina Talal Tamar Tamara Tanja Tanya Tapani Tapio Tarek Tariq Tarja Tatiana
    Tatjana Tea Ted Teddy Teemu Tekla Tellervo Tennie Teo Teodor Teresa Terese Teresia Terez
    Terje Tero Terri Terry Tesfaye Tess Tessan Thea Thelma Theo Theodor Theodora Theres Therese
    Theresia Therése Thina Thomas Thommy Thony Thor Thorbjörn Thord Thore Thorgny Thorild
    Thorleif Thorsten Thorvald Thure Thérèse Tia Tiffany Tiia Tiina Tilda Tilde Tilla Tilly Tim
    Timmy Timo Timothy Tina Tineke Tintin Tiril Tirza Titti Tobba Tobbe Tobias Toivo Tom Tomas
    Tomasz Tomi Tomislav Tomme Tommie Tommy Toni Tony Tor Tora Torben Torbjörn Torborg Tord
    Tordis Tore Torgny Toril Torkel Torkild Torleif Torolf Torsten Torsti Torun Torvald Toste
    Totte Touraj Tova Tove Tracy Trine Trond Truls Tryggve Trygve Tuija Tuomas Ture Turid Tuula
    Tuva Tyko Tyra Uffe Ulf Uljana Ulla Ullabritt Ullacarin Ullis Ulrica Ulrik Ulrika Ulrike
    Ulvi Umberto Uno Urban Ursula Urszula Urve Uwe Vahid Valborg Valdemar Valentin Valentina
    Valeria Valter Vanessa Vanja Vasilios Veera Veikko Veine Velma Vendela Venla Vera Verena
    Verner Veronica Veronika Vesa Vesna Vibeche Vibeke Vickan Vicki Vicktoria Vicky Victor
    Victoria Vidar Vigdis Viggo Viktor Viktoria Vilgot Vilhelm Vilhelmina Vilja Viljo Ville
    Villemo Villy Vilma Vilmer Vincent Viola Viran Virpi Vitali Vivan Viveca Viveka Vivi
    Vivianne Vlad Vladimir Vladislav Volkan Volker Wafa Waldemar Walid Wallis Walter Walther
    Walton Wanda Wanja Wenche Wendela Wera Werner Weronica Wictor Wiggo Wilfrid Wilhelm
    Wilhelmina Wilja Wille William Willy Wilma Winston Wivan Wiveca Wiveka Wivianne Wojciech
    Wolfgang Xerxes Yasin Yasmin Yasmine Ylva Ylvali Ylwa Yngvar Yngve Yohannes Yolanda Yonas
    Younes Yousef Youssef Yrjö Yrsa Yuri Yusuf Yuval Yves Yvette Yvonne Zacharias Zackarias
    Zahra Zaid Zainab Zaki Zandra Zara Zarah Zaza Zdenka Zeinab Zelda Zelma Zenita Zeth Zeynep
    Zigge Zita Zlatan Zoe Zofia Zohreh Zoran Zsuzsanna Zuzana Ådel Åge Åke Åsa Åsgeir Åshild
    Åslaug Åsmund Åsta Ägir Älva Ärla Ömer Ömür Örjan Örn Östen Öyvind Özlem Øivind Ørjan
    Øystein Øyvind Ülkü
    """.split()
)
