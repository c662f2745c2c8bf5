"""Given names that are common in Sweden: they tell "Karin skickar" from "Kansliet skickar"."""

GIVEN_NAMES = frozenset(
    """
    Abdi Abdirahman Abdullah Adam Agda Agnes Agneta Agnieszka Ahmed Aina Aino Aisha Albin Alex
    Alexander Alexandra Alf Alfred Ali Alice Alma Alva Alvar Amanda Amanuel Amelia Amina Amir Amira
    Anders Andrea Andreas Andrzej André Andrés Anette Angelica Angelika Anita Anja Ankan Anki Ann
    Anna Annalena Annali Anne Anneli Annelie Annette Annie Annika Anton Antonia Antti Anwar Arash
    Arild Arne Aron Artur Arvid Asta Astrid August Aurora Axel Ayan Aylin Ayse Aziz Barbro Bea Beata
    Beatrice Behrouz Ben Bengt Benita Benjamin Benny Bente Berit Bernt Bert Berta Bertil Bettan
    Betty Bibbi Bilal Birger Birgit Birgitta Birthe Bittan Bjarne Björn Bo Bodil Boel Bosse Brita
    Britt Britta Bror Börje Camila Camilla Carin Carina Carl Carlos Carola Carolin Carolina Caroline
    Casper Catarina Catharina Cecilia Charlie Charlotta Charlotte Chrille Chris Christel Christer
    Christian Christin Christina Christine Christoffer Claes Clara Claudia Conny Cornelia Curt Dag
    Dagmar Dagny Dan Daniel Daniela Daniella Danny Darius David Denise Dennis Desirée Diana Dick
    Diego Dilan Disa Doris Dorthe Douglas Dragan Ebba Ebbe Eddie Edit Edith Edvard Edvin Egon Einar
    Eino Eivor Elena Eleonor Elias Elif Elin Elina Elinor Elis Elisabet Elisabeth Elise Ella Ellen
    Ellinor Elof Elsa Elvira Elvy Emanuel Emelie Emelina Emil Emilia Emma Emmelie Emmy Emre Enes
    Erica Erik Erika Erland Erling Ernst Esbjörn Eskil Estelle Ester Ethel Eva Evelina Eveline Evert
    Evi Ewa Fabian Faisal Fanny Farah Farid Fatima Fatma Felicia Felix Ferdinand Fia Filip Filippa
    Folke Frank Frans Fred Freddy Fredrik Fredrika Freja Frida Fritz Gabriel Gabriella Geir Georg
    George Gerd Gerda Gerhard Gert Gertrud Gisela Gittan Gitte Glenn Goran Gottfrid Greger Greta
    Gudmund Gudrun Gun Gunborg Gunbritt Gunhild Gunilla Gunn Gunnar Gunnel Gunvor Gustaf Gustav
    Göran Gösta Göte Göthe Habib Hadar Halvar Hamid Hampus Hamza Hanna Hannah Hanne Hannes Hans
    Harald Harriet Harry Hassan Hasse Hedda Hedvig Heikki Helen Helena Helene Helge Helmer Heléne
    Henning Henric Henrik Henry Herman Hilda Hilding Hildur Hillevi Hilma Hjalmar Hjördis Hodan
    Holger Huda Hugo Hussein Håkan Ibrahim Ida Ines Inez Inga Ingalill Ingalisa Ingbritt Inge
    Ingeborg Ingegerd Ingela Ingemar Inger Ingmar Ingrid Ingvar Irene Irina Iris Irma Iréne Isa
    Isabell Isabella Isabelle Isak Ismail Ivan Ivana Ivar Ivo Jack Jacob Jakob Jalal Jamal Jan Jane
    Janne Jannica Jannika Jannike Jari Jarl Jasmin Jasmine Jeanett Jeanette Jelena Jennifer Jenny
    Jens Jerker Jerry Jesper Jessica Jill Jim Jimmy Joachim Joakim Joar Jocke Joel Johan Johanna
    Johannes John Johnny Jon Jonas Jonatan Jonathan Jonna Jonny Jorge Jose Josef Josefin Josefina
    Josefine Juan Judit Juha Jukka Julia Julius Juni Jörgen Jörn Jørgen Kaare Kaisa Kaj Kajsa Kalle
    Kamal Kari Karim Karin Karl Karolin Karolina Kasper Katarina Katarzyna Kati Katja Katrin Kattis
    Kenneth Kenny Kent Kersti Kerstin Kerttu Khaled Khalid Kia Kicki Kim Kirsten Kjell Kjelle Klara
    Klas Knut Konrad Krister Kristian Kristin Kristina Kristoffer Krzysztof Kurt Laila Laith Lars
    Lasse Laszlo Laura Layla Lea Leena Leif Leila Lena Lennart Lennie Leo Leon Leonard Leopold Liam
    Lilian Liliann Lill Lillemor Lilly Lina Linda Line Linn Linnea Linnéa Linus Lis Lisa Lisbet
    Lisbeth Lise Liselott Liv Liza Lizette Loke Lotta Lotten Lottie Louise Lova Love Lovisa Lucas
    Ludde Ludvig Ludwig Luis Luka Lukas Lydia Madeleine Magdalena Maggan Magnus Mahdi Mahmoud Mahmud
    Maj Maja Majken Majvor Malena Malgorzata Malik Malin Malou Malte Malva Manfred Marcel Marcus
    Margareta Margaretha Margit Margot Maria Mariam Mariann Marianne Marie Marika Marina Marita
    Marius Marja Marko Markus Marlene Marta Martin Martina Mary Maryam Mathias Matilda Mats Matti
    Mattias Maud Max Maya Megan Mehdi Mehmet Mehran Melissa Melker Mette Mia Micael Michael Michaela
    Micke Mika Mikael Mikaela Mikko Milan Milena Milla Milo Mimmi Minna Miranda Miriam Mirja Mirjam
    Mirjami Moa Mohamed Mohammed Molly Mona Monica Monika Morgan Mustafa Måns Mårten Mårtin Märta
    Nabil Nadia Najma Nanna Nasir Nasra Nasrin Natalia Natalie Nathalie Navid Nellie Nicke Nicklas
    Niclas Nicole Nicolina Niels Niilo Nike Niklas Nikola Nils Nina Ninni Nisha Nisse Noah Noel
    Noomi Noor Nora Nore Nour Ola Olav Ole Olga Oliver Olivia Olle Olof Olov Omar Omid Orvar Oscar
    Oskar Oskari Osman Ossian Ottilia Otto Outi Ove Paavo Pablo Parisa Patric Patricia Patrik Paul
    Paula Paulina Pauline Pavel Peder Peggy Pekka Pelle Per Pernilla Pernille Peter Petra Petronella
    Petter Philip Pia Pierre Piotr Pirjo Pontus Preben Putte Pål Päivi Pär Ragnar Ragnhild Raija
    Raimo Rakel Ralf Ralph Ramin Rania Rasmus Rauno Rebecca Rebecka Reidar Reijo Reine Renée Reza
    Rickard Rigmor Riitta Rikard Rikke Rita Ritva Robban Robert Robin Roffe Roger Roine Roland Rolf
    Ronja Ronny Rosa Rose Rosita Rosmarie Roy Roya Ruben Rudolf Rune Rut Ruth Saga Sahra Said Salah
    Sally Salma Samantha Sami Samira Samuel Sander Sandra Sanja Sanna Sara Sarah Sari Sebastian
    Selam Selma Seppo Shirin Sigbritt Sigge Signe Sigrid Sigurd Sigvard Silvia Simon Simone Sinikka
    Siri Sirpa Siv Sivert Siw Siwert Sixten Sofi Sofia Sofie Solveig Sonja Sonny Soraya Staffan
    Stanislaw Stefan Stella Stellan Sten Stig Stina Sture Ståle Sune Susann Susanna Susanne Sussi
    Sussie Svante Svea Sven Svetlana Sylvia Sölve Sören Søren Tage Tanja Tariq Tarja Tatjana Tea Ted
    Teemu Tekla Teodor Teresa Terese Teresia Terje Tero Tesfaye Tessan Thea Theo Theodor Therese
    Thomas Thor Thorbjörn Thorsten Thure Tilda Tilde Tim Timo Tina Titti Tobias Toivo Tom Tomas
    Tomasz Tommy Tony Tor Torbjörn Tord Tore Torgny Torkel Torsten Torun Tova Tove Trond Truls Ture
    Tuula Tuva Tyra Uffe Ulf Ulla Ulrica Ulrik Ulrika Ulrike Uno Urban Ursula Valdemar Valter Vanja
    Veikko Vendela Vera Verner Veronica Veronika Vesa Victor Victoria Vidar Viggo Viktor Viktoria
    Vilgot Vilhelm Viljo Ville Vilma Vincent Viola Virpi Viveca Viveka Vivi Vivianne Walter Werner
    Wictor Wilhelm Wille William Willy Wilma Xerxes Yasin Yasmin Ylva Yngve Yonas Youssef Yrsa Yusuf
    Yvette Yvonne Åge Åke Åsa Åsmund Ärla Örjan Östen Zahra Zainab Zara Zeynep Zlatan Zoran
    """.split()
)
