"""Given names of those who meet in Sweden: they tell "Karin skickar" from "Kansliet skickar"."""

GIVEN_NAMES = frozenset(
    """
    Aage Abbas Abbe Abby Abdi Abdirahman Abdullah Abdullahi Abigail Abraham Adam Adela Adele
    Adelina Adem Adina Aditya Adnan Adolf Adrian Affe Agata Agaton Agda Agne Agnes Agneta
    Agnieszka Ahmad Ahmed Ahmet Aida Aiden Aileen Ailin Ailo Ailsa Aina Aino Airi Aisha Aki
    Akira Akram Alaa Alasdair Alastair Alba Albert Alberto Albin Albina Aldo Aldor Alejandro
    Aleksandar Aleksander Aleksandra Aleksey Alena Alessandro Alessia Alex Alexander Alexandra
    Alexandre Alexandrine Alexej Alexey Alexia Alexis Alf Alfie Alfons Alfred Algot Ali Alice
    Alicia Aliette Alina Alinda Alireza Alistair Allan Allen Allison Alma Alphonse Alrik Alva
    Alvar Alvaro Alvin Alvina Amal Amanda Amanuel Amara Ambjörn Ambrose Ameli Amelia Amelie Amin
    Amina Amir Amira Amit Amra Amy Ananya Anastasia Anatoly Anbritt Anci Anders André Andrea
    Andreas Andrei Andrej Andrés Andrew Andrey Andriy Andrzej Andy Aneta Anette Angela Angelica
    Angelika Angelina Angus Anh Anil Anisa Anita Anja Ankan Anke Anki Ann Anna Annah Annalena
    Annali Annbritt Anncharlotte Anne Anneke Anneli Annelie Annelis Annelise Annemarie Annette
    Annfrid Anngerd Anngret Annhild Anni Annica Annick Annicki Annie Annika Annina Anniqa
    Annique Annlouise Annmari Annmarie Annsofie Annukka Anny Anselm Ansgar Ansi Anthea Anthony
    Antje Antoinette Anton Antonia Antonina Antonio Antonius Antti Anuj Anund Anwar Anya Aoife
    Arash Archie Ardalan Arezo Ari Ariel Arild Arja Arjun Arlene Arlo Arman Armando Armin Arnaud
    Arne Arnfinn Arnljot Arnold Arnt Aron Arsen Arthur Arto Artur Arun Arvid Arvind Arvo Asbjörn
    Asgeir Asha Ashley Ashok Asko Aslan Aslaug Aslög Asmaa Assar Asta Asti Astor Astrid Athena
    Atle Aubrey Aud Audrey August Augusta Auli Aurora Avery Axel Ayan Ayda Ayla Aylin Ayse Azad
    Azadeh Azar Aziz Bahar Bahman Baltzar Baran Barb Barbara Barbro Barry Bart Bashir Bassam
    Bastian Bea Beata Beatrice Beatriz Becky Behrouz Belinda Bella Ben Benedikt Bengan Bengt
    Bengtarne Benita Benjam Benjamin Benke Benno Benny Bente Bergljot Berit Beritt Berivan
    Bernadette Bernard Berndt Berne Bernhard Bernice Bernie Bernt Berra Bert Berta Berthold
    Bertil Bertolf Beth Bethany Bettan Bettina Betty Bev Beverly Bharat Bianca Bibbi Biggan
    Bilal Biljana Billy Binnie Birger Birgit Birgith Birgitta Birgitte Birk Birte Birthe Bittan
    Bitte Bjarke Bjarne Bjarni Björg Björn Bjørn Blanka Bo Bob Bobby Bodil Boel Bogdan Boris
    Bosse Botvid Bozena Brad Bradley Brage Brandon Brenda Brendan Brett Brian Bridget Brigitta
    Brigitte Brit Brita Brith Britt Britta Brittany Brittmari Brittmarie Bronwyn Bror Bruce
    Bruno Bryan Brynja Burak Börge Börje Caitlin Cajsa Caleb Calle Callum Calvin Cameron Camila
    Camilla Camille Candan Candice Carin Carina Carita Carl Carlo Carlos Carlotta Carmen Carol
    Carola Carolin Carolina Caroline Carro Casey Caspar Casper Cassandra Catarina Catharina
    Catherine Cathrin Cathrine Catrin Catrine Catriona Cattis Cattrin Cay Cecil Cecilia Cecilie
    Cedric Celine Cem Ceylan Challe Chandra Chanette Charlene Charles Charlie Charlotta
    Charlotte Chatarina Chatrin Chatrine Cherin Cheryl Chiara Chidi Chister Chloe Chrille Chris
    Christa Christel Christer Christian Christie Christin Christina Christine Christofer
    Christoffer Christophe Christopher Christos Cia Ciara Cindy Cissi Ciwan Claes Claire Clara
    Clare Clary Clas Claude Claudia Claudio Clemens Clive Cody Colette Colin Colleen Conni
    Connor Conny Conor Conrad Constanze Corina Cornelia Courtney Craig Crister Cristian Cristina
    Curt Curth Curtis Cynthia Cyril Dag Daga Dagfinn Dagmar Dagne Dagny Dagrun Damian Damien
    Damir Dan Dana Dani Danica Daniel Daniela Daniella Danielle Danne Danny Dante Danuta Daria
    Dario Darius Darko Darren Daryush Dave David Davor Dawit Deb Debbie Debora Deborah Deepak
    Delila Delphine Denice Denis Denise Dennis Denny Derek Dervis Desiré Desirée Detlef Devin
    Diana Dick Diego Dilan Dimitri Dimitris Dina Dinesh Dino Dirk Disa Divya Diyar Djordje
    Dmitri Dmitriy Dmitry Dmytro Dolores Dominic Dominik Donald Donna Dora Doris Dorota
    Dorotea Dorothea Dorthe Douglas Dragan Dragana Drago Duncan Dusan Dustin Dylan Eamon Ebba
    Ebbe Edda Eddie Edgar Edin Edina Edit Edita Edith Edla Edmund Eduardo Edvard Edvin Edward
    Edyta Eero Efraim Efva Egil Egon Eidar Eija Eila Eileen Eilert Einar Eine Eino Eira Eirik
    Eivind Eivor Ekaterina Elaine Elana Elena Eleni Eleonor Eleonora Elfrida Eliana Eliane Elias
    Elicia Elif Elin Elina Elinor Elis Elisa Elisabet Elisabeth Elise Eliza Elizabeth Elke Ella
    Ellen Ellenor Elli Ellinor Ellinore Elliot Elly Elma Elmer Elmira Elna Elof Elofina Elsa
    Else Elsebeth Elsie Elsmarie Elspeth Elsy Elvi Elvira Elvy Elzbieta Emanuel Emanuela Embla
    Emelie Emelina Emely Emerik Emil Emilia Emilie Emina Emine Emir Emma Emmanuel Emmeli Emmelie
    Emmy Emre Emy Enar Enes Engla Enok Enrico Enrique Enya Eoin Ergün Erhard Eric Erica Erich
    Erik Erika Erin Erkan Erkki Erland Erling Erna Ernesto Ernst Ervin Erwin Esa Esbjörn Eskil
    Eskild Esko Esmail Esmeralda Espen Esra Essam Esteban Estelle Ester Estrid Ethan Ethel
    Etienne Euan Eugén Eugen Eugene Eugenia Eunice Eva Evald Evalena Evalotta Evamarie Evan
    Evangelos Eve Evelina Eveline Evelyn Evert Evi Evy Ewa Ewan Ewon Eystein Eyvind Eyvor Ezgi
    Fabian Fabio Faduma Fadumo Faisal Fanni Fanny Farah Farhad Fariba Farid Farida Farideh
    Farshid Fatemeh Fatih Fatima Fatma Fatme Federica Federico Felicia Felix Feras Ferdinand
    Fereshteh Fergus Fernando Fia Figge Filip Filippa Filippo Filmon Fingal Finn Fiona Fjodor
    Flavia Flemming Florian Folke Folmer Frances Francesca Francesco Francis Francisco Frank
    Frans Fransisca Fransiska Franz Françoise Fraser Frasse Fred Fredde Freddie Freddy Frederick
    Frederik Fredric Fredrik Fredrika Frej Freja Freya Frida Fride Frideborg Friedrich Fritiof
    Fritjof Frits Fritz Frode Furkan Gabe Gabriel Gabriela Gabriella Gabrielle Gareth Gary Gavin
    Geir Gemma Geoff Geoffrey Georg George Georgina Georgios Gerald Gerard Gerardo Gerd Gerda
    Gerhard Germund Gerry Gert Gertie Gertrud Ghassan Gianluca Gideon Giles Gina Giorgio
    Giovanni Gisela Gittan Gitte Giulia Giuseppe Gladys Glenn Goran Gordana Gordon Gottfrid
    Gottfried Graham Greer Greg Greger Gregor Gregory Greta Grete Grethe Gro Gudmar Gudmund
    Gudrun Guido Guillaume Guillermo Guje Gull Gullan Gullbritt Gulli Gullvi Gun Gunborg
    Gunbritt Gunda Gunder Gunhild Gunhilda Gunila Gunilla Gunlög Gunmari Gunn Gunnar Gunne
    Gunnel Gunni Gunnie Gunsan Gunvald Gunvor Gurli Guro Gurra Gustaf Gustafva Gustav Gustava
    Gwen Gyda Gärd Göran Görel Görgen Gösta Göta Göte Göthe Gövert Günter Günther Habib Hadar
    Hadi Haidar Haitham Hakan Haldo Halim Halima Halina Halldis Halldor Halvar Halvard
    Halvor Hamid Hamish Hampe Hampus Hamza Hanan Hani Hanna Hannah Hanne Hanneke Hannele
    Hannelore Hannes Hannu Hans Hao Haoran Harald Harri Harriet Harris Harry Haruka Harvey Hasan
    Hassan Hasse Hava Hazel Hebbe Hector Hedda Heddy Hedvig Hege Heidi Heike Heikki Heinrich
    Heinz Helen Helena Helene Heléne Helga Helge Helgi Helja Helle Hellen Helmer Helmi Helmut
    Helmuth Helny Hendrik Henk Henke Henning Henny Henric Henrietta Henriette Henrik Henrika
    Henry Herbert Herman Herta Heta Hiba Hilary Hilda Hilde Hildegard Hilding Hildur Hilja
    Hilkka Hillevi Hilma Hilmer Hiltrud Hiroshi Hiwa Hjalmar Hjördis Hoang Hoda Hodan Hogne
    Holger Horst Hossein Houda Howard Hubert Huda Hugh Hugo Hulda Huseyin Hussein Håkan Håkon
    Håvard Iain Ian Iben Ibrahim Ibtisam Ica Ida Idar Idor Idriss Idun Ifrah Ignacio Igor
    Ihtasham Ilhan Ilir Ilkka Illona Ilmar Ilona Ilse Ilya Ilze Iman Immanuel Imogen Imran Imre
    Ines Inez Ing Inga Ingabritt Ingalena Ingalill Ingalisa Ingbritt Inge Ingeborg Ingegerd
    Ingegärd Ingel Ingela Ingemar Ingemo Ingemund Inger Ingert Inggerd Inghild Ingjerd Ingmar
    Ingmari Ingolf Ingram Ingrid Ingunn Ingvald Ingvar Ingvild Ingvor Ingwald Ioanna Irena Iréne
    Irene Irina Iris Irja Irma Irmeli Isa Isabell Isabella Isabelle Isac Isak Ishaan Isidor Isla
    Ismael Ismail Ismet Isolde Istvan Ivan Ivana Ivar Ivo Ivonne Ivy Iwona Izabela Jaak Jaan
    Jacek Jack Jackie Jacob Jacqueline Jacques Jadranka Jadwiga Jaime Jake Jakob Jakub Jakup
    Jalal Jama Jamal James Jamie Jamila Jamshid Jan Jana Jane Janeric Janet Janette Janez Janina
    Janis Janne Jannica Jannice Jannik Jannika Jannike Jannis Jared Jari Jarl Jarle Jarmila
    Jarmo Jasenka Jasmin Jasmina Jasmine Jasna Jason Javier Jean Jeanett Jeanette Jeanne
    Jeannette Jeff Jeffrey Jelena Jelle Jemima Jen Jenni Jennie Jennifer Jennike Jenny Jens
    Jeppe Jeremias Jeremy Jerk Jerker Jerome Jerry Jesper Jess Jesse Jessica Jessika Jette Jiaqi
    Jill Jim Jimmie Jimmy Jing Joachim Joacim Joakim Joan Joanna Joanne Joar Jocelyne Jocke
    Jockum Jodie Joe Joel Joen Joey Johan Johann Johanna Johannes John Johna Johnnie Johnny
    Johny Jolanta Jompa Jon Jonas Jonatan Jonathan Jonna Jonny Jonte Joost Joppe Jordi Jorge
    Jorma Jorunn Jose Josef Josefa Josefin Josefina Josefine Joseph Josephine Josh Joshua Jossan
    Jostein Josua Jouni Joyce Jozef João Joëlle Juan Judit Judith Judy Juha Juhani Jukka Julia
    Julian Juliana Julie Julien Juliet Juliette Julius Junis Jussi Justin Justus Justyna Jutta
    Jyrki Jytte Jöns Jörel Jörg Jørgen Jörgen Jörn Jürgen Kaare Kaarina Kaarlo Kadir Kai Kaija
    Kaisa Kaisu Kaj Kaja Kajan Kajetan Kajsa Kalevi Kalle Kamal Kamil Kamilla Kaori Karel Karen
    Kari Karim Karin Karina Karl Karla Karoliina Karolin Karolina Karoline Karsten Kasia Kaspar
    Kasper Kat Katarina Katarzyna Kate Katerina Katharina Kathleen Kathrine Kathryn Kati Katie
    Katinka Katja Katrin Katrina Katta Kattis Katya Kavita Kavya Kay Kazem Kazuki Kees Keijo
    Keith Kelly Ken Kendra Kenji Kennerth Kennet Kenneth Kenny Kent Kenta Kenth Kerim Kerry
    Kersti Kerstie Kerstin Kerttu Kettil Kev Kevin Khadija Khaled Khalid Kia Kicka Kickan Kicki
    Kiell Kieran Kiki Kim Kimberly Kimmo Kinna Kira Kiran Kirk Kirsi Kirsten Kirsti Kitty
    Kjartan Kjell Kjelle Kjersti Kjerstin Kjetil Klaes Klara Klas Klaus Knud Knut Kofi Konny
    Konrad Konstantin Kostas Krasimir Krille Krishna Krista Kristel Krister Kristian Kristie
    Kristiina Kristin Kristina Kristine Kristofer Kristoffer Krystyna Krzysztof Kullervo Kuno
    Kurre Kurt Kwame Kyle Kyösti Kåre Laban Lachlan Laila Laith Laleh Lamin Larry Lars Lasse
    Laszlo Laura Lauren Laurence Laurent Lauri Laurits Lawrence Layla Lea Leandro Leanne Lee
    Leena Leffe Leia Leif Leigh Leila Lejla Lelle Lemmy Lena Lene Leni Lenita Lennart Lennie Leo
    Leon Leonard Leonardo Leonora Leopold Leroy Lesley Leslie Lester Levi Lewis Leyla Li Liam
    Liana Lidia Lieselott Lieselotte Liisa Lilian Liliann Lill Lillan Lillemor Lillian Lilly
    Lilo Lina Linda Lindsay Line Ling Linh Linkan Linn Linnéa Linnea Linus Lionel Lis Lisa
    Lisbet Lisbeth Lise Liselott Liselotte Lisen Lisett Liv Livia Liza Lizette Lizzie Ljiljana
    Ljubica Lloyd Loa Loffe Lois Loke Lola Lollo Lone Loni Lorena Lorentz Lorenzo Loretta Loris
    Lorraine Lotta Lotte Lotten Lottie Lottis Louis Louisa Louise Lova Love Lovis Lovisa Luay
    Lucas Lucia Luciano Lucie Lucy Ludde Ludmila Ludvig Ludwig Luigi Luis Luka Lukas Lukasz Luke
    Luna Lydia Lydie Lykke Lyndon Lynn Lärke Maarit Maarten Mabel Machteld Maciej Mackan
    Mackenzie Madde Maddie Madelaine Madelein Madeleine Madelene Madlene Magda Magdalena
    Magdalene Maggan Maggie Magne Magnhild Magnus Mahdi Maher Mahin Mahmoud Mahmud Mahmut Mahnaz
    Maie Maija Maiju Maire Maisa Mait Maivor Maj Maja Majbritt Majgull Majken Majlen Majlis
    Majny Majt Majvor Makonnen Malena Malgorzata Malik Malin Malkolm Mallan Malle Malou Malte
    Malva Manal Mandy Manfred Mange Manne Manoj Manuel Manuela Mara Marc Marcel Marcela Marcin
    Marco Marcos Marcus Mardon Marek Maren Margaret Margareta Margaretha Margit Margita Margot
    Margret Margrit Marguerite Mari Maria Mariam Marian Mariana Mariann Marianne Mariano Marica
    Marie Marielle Mariette Marija Marijana Marika Marilyn Marina Marinette Mario Marion Maris
    Marisa Marisol Marit Marita Marius Marja Marjaana Marjan Marjatta Marjo Marjorie Marketta
    Markku Marko Markus Marlen Marléne Marlene Marre Marta Martha Martijn Martin Martina Martine
    Martti Marwan Mary Maryam Masoud Mateo Mateusz Mathias Mathilda Mathilde Matias Matilda Mats
    Matt Matte Matteo Matteus Matthew Matthias Matthieu Matti Mattias Mattis Maud Maureen Mauri
    Maurice Maurits Mauritz Mauro Max Maxim Maxime Maximilian Maxine Maya Meera Meg Megan Mehdi
    Mehmet Mehran Mehrdad Mei Meit Meja Melanie Melina Melinda Melissa Melker Melvin Mensur
    Mercedes Meredith Merja Meron Mersiha Mervi Meryem Mesut Mette Mia Micael Micaela Micha
    Michael Michaela Michal Michel Michelle Mickael Micke Mie Miguel Mihai Mika Mikael Mikaela
    Mikhail Mikkel Mikko Miklos Mildred Milena Milica Milla Millan Mille Millie Milo Milos Miloš
    Milton Mimmi Minea Minh Minna Minoo Mira Miranda Mireille Mirela Miriam Mirja Mirjam Mirjami
    Mirjana Miro Miroslav Mirsad Mirza Mischa Misha Mitch Mitchell Mitra Moa Mogens Mogge
    Mohamad Mohamed Mohammad Mohammed Mohsen Moira Molly Mona Monica Monika Monique Monir Monkan
    Monne Morag Morgan Morten Moses Mostafa Muhammad Muhammed Muna Munir Murat Murray Musa
    Mustafa My Myra Måna Måns Mårten Mårtin Mårtina Märet Märit Märta Nabil Nabila Nader Nadia
    Nadine Nadja Naemi Nahid Naima Najib Najma Nalle Nancy Nanna Nanny Naoko Naomi Narges Nasim
    Nasir Nasra Nasrin Nasser Natali Natalia Natalie Nataliya Natan Natanael Natasa Natasha Nate
    Nathalie Naveen Navid Nawal Nea Neda Neea Neha Neil Nellie Nelly Nelson Nenne Nermin
    Nettan Ngozi Nguyen Niamh Nicholas Nick Nickan Nicke Nicklas Niclas Nicola Nicolai Nicolas
    Nicole Nicoletta Nicolina Niels Nigel Niilo Nike Nikhil Niki Nikita Niklas Niklaus Niko
    Nikola Nikolai Nikolaj Nikolas Nilla Nils Nilsgunnar Nima Nina Ninni Nippe Nisha Nisse Nizar
    Njål Noah Noel Noomi Noor Nora Norbert Nore Norea Norman Nour Nuha Nuri Nutte Octavia Odd
    Oddbjörn Oddny Oddvar Oili Oisin Oksana Ola Olaf Olav Olavi Ole Oleg Olena Olga Oline Oliver
    Olivia Olivier Olle Olli Ollie Olof Olov Omar Omid Onni Ophelia Orla Orvar Orwar Osborn
    Oscar Oskar Oskari Osman Osmo Ossi Ossian Osvald Oswald Othman Otilia Otmar Ottar Ottil
    Ottilia Ottilie Otto Outi Ove Owen Ozan Paal Paavo Pablo Paige Palle Pam Pamela Panu Paola
    Paolo Parisa Parvaneh Parvin Parviz Pascal Pasi Patric Patrice Patricia Patrick Patrik
    Patrizia Patrycja Paul Paula Paulina Pauline Paulo Paulus Pavel Peder Pedro Peggy Pehr Peik
    Pekka Pella Pelle Penelope Pentti Peo Peppe Per Perarne Percy Perikles Pernilla Pernille
    Perolof Perra Pete Peter Pethra Pethrus Petr Petra Petri Petronella Petrus Petter Peyman
    Phia Phil Philip Philippa Philippe Phillip Phoebe Phyllis Pia Pierre Pieter Pietro Piotr
    Pirjo Pirkko Pirre Polly Pontus Pooja Pouya Povel Prakash Preben Priya Priyanka Puttan Putte
    Pyret Pytte Pål Päivi Päivikki Pär Qing Quentin Rabia Rachel Rade Radek Radka Rafael
    Raffaele Raffaella Ragge Ragna Ragnar Ragne Ragnhild Ragni Ragnvald Rahel Rahim Rahul Raija
    Raili Raimo Raimond Raimund Raine Rainer Raj Rajesh Rakel Ralf Ralph Ramesh Rami Ramin
    Ramona Ramón Rana Randi Rania Rannveig Raphael Rasha Rashid Rasmus Raul Rauni Rauno Ravi
    Raymond Razmik Rebecca Rebecka Rebin Reggie Regina Regine Reidar Reidun Reijo Reine Reinhard
    Reinhold Reino Remy Renata Renate Renato René Renée Resad Reuben Reza Rhea Rhona Rhys
    Ricardo Richard Richardt Rick Rickard Ricky Ridwan Rigmor Riikka Riina Riitta Rikard Rikke
    Rino Risto Rita Ritva Roar Rob Robban Robbie Robert Roberta Roberto Robin Robyn Rocio
    Roderick Rodney Rodrigo Roffe Roger Rogert Rogge Rohan Rohit Roine Rojin Roland Rolando Rolf
    Romain Romina Ron Ronald Ronja Ronnie Ronny Rory Rosalie Rosanna Rose Rose-Marie Rosemary
    Roshan Rosie Rosita Rosmarie Ross Roswitha Roxana Roy Roya Roza Ruba Ruben Rudi Rudolf Rumi
    Runa Runar Rune Rupert Rurik Ruslan Russell Rustan Rut Ruth Ryan Ryszard Rüdiger Saad Saara
    Sabbe Sabina Sabine Sabrina Sacha Sacharias Sadegh Sadie Saeed Safa Safiya Saga Sahra Said
    Saida Saif Saila Saima Sakari Salah Salam Salim Sally Salma Salme Salomon Salvador Salvatore
    Sam Samantha Sami Samir Samira Sammy Samuel Sandeep Sander Sandra Sandro Sandy Sanja Sanjay
    Sanna Sanne Santeri Santiago Santosh Saoirse Sara Sarah Sari Sascha Sasha Saskia Sassi Satu
    Saurabh Scott Sean Sebastian Sebastiano Sebbe Seija Selam Selim Selina Selma Semir Senad
    Senait Sepideh Seppo Serena Serge Sergei Sergey Sergio Serkan Seth Seved Severin Shabnam
    Shadi Shahab Shahin Shahla Shahram Shane Shannon Sharon Shaun Shauna Shawn Shayan Sheida
    Sheila Shelby Shelley Sheryl Shinji Shirin Shirley Shreya Shreyas Sibylla Sickan Siddharth
    Sidney Sidsel Sievert Sigbjörn Sigbritt Sigfrid Sigge Siglinde Sigmund Signe Signhild Sigrid
    Sigrun Sigurd Sigvald Sigvard Sigve Sigyn Silja Silke Silvana Silvia Simeon Simon Simona
    Simone Sinan Sindre Sinead Sinikka Siobhan Siri Sirkka Sirpa Sissela Sissi Siv Sivan Sivert
    Siw Siwan Siwert Sixten Siyad Sjoerd Skage Slavica Slobodan Smilla Sneha Snezana Snorre Sofi
    Sofia Sofie Sofija Soheila Soile Solange Solbritt Solfrid Solgerd Solveig Solvej Solvig
    Sonia Sonja Sonny Sophia Sophie Soraya Spencer Srinivas Stacey Stacy Staffan Stanislav
    Stanislaw Stanley Steen Stefan Stefania Stefanie Steffe Steffen Steinar Stella Stellan Sten
    Stephan Stephanie Steve Steven Stewart Stickan Stieg Stig Stina Stine Stiv Stu Stuart Sture
    Sturla Styrbjörn Ståle Suad Sue Suleiman Sulejman Sumit Sune Sunil Sunita Sunniva Suresh
    Susan Susana Susann Susanna Susanne Suss Sussi Sussie Suvi Suzana Suzanne Svante Svea Svein
    Sven Svenerik Svenne Svenolof Sverker Sverre Sverrir Svetlana Svitlana Swen Sylve Sylvester
    Sylvi Sylvia Sylwia Synnöve Syrene Szilvia Sölve Søren Sören Tage Taha Tahir Taina Takashi
    Talal Tamar Tamara Tammy Tanja Tanya Tapani Tapio Tara Tarek Tariq Tarja Tarmo Tatiana
    Tatjana Tauno Tea Ted Teddy Teemu Teija Tekla Tellervo Tennie Teo Teodor Terence Teresa
    Terese Teresia Terez Terje Tero Terri Terry Terttu Tesfay Tesfaye Tess Tessan Thanh Thea
    Thelma Theo Theodor Theodora Theodore Theres Therése Therese Theresia Thérèse Thibault
    Thierry Thina Thomas Thommy Thony Thor Thorbjörn Thord Thore Thorgny Thorild Thorleif
    Thorsten Thorvald Thure Thuy Tia Tiffany Tiia Tiina Tilda Tilde Tilla Tilly Tim Timmy Timo
    Timothy Tina Tindra Tineke Tino Tintin Tiril Tirza Titti Tjalle Tjelvar Tobba Tobbe Tobias
    Tobin Toby Todd Toivo Tom Tomas Tomasz Tomi Tomislav Tommaso Tomme Tommie Tommy Tompa Toni
    Tony Tor Tora Torben Torbjörn Torborg Tord Tordis Tore Torgeir Torgils Torgny Torgunn Toril
    Torkel Torkild Torleif Tormod Torolf Torstein Torsten Torsti Torulf Torun Torvald Toste
    Tottan Totte Touraj Tova Tove Tracey Tracy Trang Travis Trevor Tricia Trine Trisha Tristan
    Troed Troels Trond Trude Truls Tryggve Trygve Tuija Tuire Tuomas Tuomo Ture Turid Tuula Tuva
    Tycho Tyko Tyra Udo Uffe Ulf Uljana Ulla Ullabritt Ullacarin Ullis Ulrica Ulrik Ulrika
    Ulrike Ulvi Umberto Una Unni Uno Urban Urho Ursula Urszula Urve Uwe Vahid Valborg
    Valdemar Valentin Valentina Valeria Valerie Valfrid Valter Vanessa Vanja Vasco Vasilios
    Veena Veera Veikko Veine Velma Vendela Venla Vera Verena Verna Verner Veronica Veronika
    Veronique Vesa Vesna Vibeche Vibeke Vicente Vickan Vicki Vicktoria Vicky Victor Victoria
    Vidar Vigdis Viggo Vijay Vikas Vikram Viktor Viktoria Vilgot Vilhelm Vilhelmina Vilja Viljo
    Ville Villemo Villy Vilma Vilmer Vincent Vincenzo Vinod Viola Viran Virpi Vishal Vitali
    Vivan Viveca Vivek Viveka Vivi Vivian Vivianne Vlad Vladimir Vladislav Volkan Volker Volmar
    Wafa Waldemar Walid Wallis Walter Walther Walton Wanda Wanja Warren Warwick Wayne Wei Wenche
    Wendela Wendy Wenjing Wenke Wera Werner Weronica Wesley Wictor Wiggo Wilfred Wilfrid Wilhelm
    Wilhelmina Wilja Wille Willem William Willmar Willy Wilma Winnie Winston Wivan Wiveca Wiveka
    Wivianne Wojciech Wolfgang Xavier Xerxes Xin Xinyi Yana Yannick Yasin Yasmin Yasmine Yiannis
    Ying Ylva Ylvali Ylwa Yngvar Yngve Yngvild Yohannes Yolanda Yonas Yosef Yoshi Younes Yousef
    Youssef Yrjö Yrsa Yuki Yuri Yusuf Yuval Yuxin Yves Yvette Yvonne Zach Zacharias Zachary
    Zackarias Zahra Zaid Zainab Zaki Zandra Zane Zara Zarah Zaza Zdenek Zdenka Zeinab Zelda
    Zeljko Zelma Zenita Zeth Zeynep Zigge Zihan Zita Zlatan Zoe Zofia Zohreh Zoltan Zoran
    Zsuzsanna Zuzana Ådel Åge Åke Åsa Åse Åsgeir Åshild Åslaug Åsmund Åsta Ägir Älva Ängla Ärla
    Öivind Øivind Öjvind Ömer Ömür Örjan Ørjan Örn Östen Øystein Öyvind Øyvind Özlem Ülkü
    """.split()
)
