"""Given names that are common in Sweden: they tell "Karin skickar" from "Kansliet skickar"."""

GIVEN_NAMES = frozenset(
    """
    Abdi Abdirahman Abdullah Adam Agda Agnes Agneta Agnieszka Ahmed Aina Aino Aisha Albin Alex
    Alexander Alexandra Alf Alfred Ali Alice Alma Alva Alvar Alvina Amanda Amanuel Amelia Amina Amir
    Amira Anders André Andrea Andreas Andrés Andrzej Anette Angelica Angelika Anita Anja Ankan Anki
    Ann Anna Annalena Annali Anne Anneli Annelie Annette Annick Annie Annika Annique Anselm Anton
    Antonia Antti Anwar Arash Arild Arja Arne Aron Artur Arvid Arvo Asmaa Asta Astrid August Auli
    Aurora Axel Ayan Ayla Aylin Ayse Aziz Barbro Bea Beata Beatrice Behrouz Ben Bengt Benita
    Benjamin Benno Benny Bente Berit Bernhard Bernt Bert Berta Bertil Bettan Betty Bibbi Bilal Billy
    Birger Birgit Birgitta Birthe Bittan Bjarke Bjarne Björn Bo Bodil Boel Bosse Brian Brita Britt
    Britta Bror Börje Camila Camilla Carin Carina Carl Carlos Carlotta Carola Carolin Carolina
    Caroline Casper Catarina Catharina Cathrine Cecilia Celine Ceylan Charlie Charlotta Charlotte
    Chrille Chris Christel Christer Christian Christin Christina Christine Christoffer Claes Clara
    Claudia Conny Conrad Cornelia Curt Dag Dagmar Dagny Damir Dan Dani Daniel Daniela Daniella Danny
    Dario Darius David Denis Denise Dennis Desirée Diana Dick Diego Dilan Disa Doris Dorthe Douglas
    Dragan Ebba Ebbe Eddie Edit Edith Edla Edvard Edvin Edward Egon Eija Eila Einar Eino Eivor Elena
    Eleonor Elias Elif Elin Elina Elinor Elis Elisa Elisabet Elisabeth Elise Ella Ellen Ellinor
    Ellinore Elma Elna Elof Elsa Elvira Elvy Emanuel Embla Emelie Emelina Emil Emilia Emma Emmelie
    Emmy Emre Enar Enes Erica Erik Erika Erkki Erland Erling Erna Ernst Esa Esbjörn Eskil Estelle
    Ester Ethel Eugen Eva Evalotta Evamarie Eve Evelina Eveline Evert Evi Ewa Fabian Faisal Fanny
    Farah Farid Fatima Fatma Felicia Felix Ferdinand Fia Filip Filippa Folke Frank Frans Fred Freddy
    Fredrik Fredrika Freja Frida Fritz Frode Gabriel Gabriella Geir Georg George Gerd Gerda Gerhard
    Gert Gertrud Gisela Gittan Gitte Glenn Goran Gottfrid Greger Greta Gudmund Gudrun Gun Gunborg
    Gunbritt Gunhild Gunilla Gunn Gunnar Gunnel Gunvor Gustaf Gustav Göran Görel Gösta Göte Göthe
    Habib Hadar Halvar Hamid Hampus Hamza Hanna Hannah Hanne Hannes Hans Harald Harriet Harry Hassan
    Hasse Hedda Hedvig Heikki Helen Helena Helene Heléne Helge Helmer Henning Henny Henric Henrik
    Henry Herbert Herman Hilda Hilding Hildur Hillevi Hilma Hjalmar Hjördis Hodan Holger Huda Hugo
    Hussein Håkan Håkon Ian Iben Ibrahim Ida Idun Ilona Ines Inez Inga Ingalill Ingalisa Ingbritt
    Inge Ingeborg Ingegerd Ingegärd Ingel Ingela Ingemar Inger Ingmar Ingrid Ingvar Iréne Irene
    Irina Iris Irma Isa Isabell Isabella Isabelle Isak Ismail Isolde Ivan Ivana Ivar Ivo Iwona Jack
    Jacob Jakob Jakup Jalal Jamal Jan Jane Janne Jannica Jannika Jannike Jari Jarl Jarmo Jasmin
    Jasmine Jeanett Jeanette Jelena Jennifer Jenny Jens Jeppe Jerker Jerry Jesper Jessica Jill Jim
    Jimmy Joachim Joacim Joakim Joar Jocke Joel Johan Johanna Johannes John Johnny Jon Jonas Jonatan
    Jonathan Jonna Jonny Jorge Jose Josef Josefin Josefina Josefine Jouni Juan Judit Juha Jukka
    Julia Julius Jörgen Jörn Jørgen Kaare Kaija Kaisa Kaj Kajsa Kalle Kamal Kari Karim Karin Karl
    Karolin Karolina Karoline Kasper Katarina Katarzyna Kati Katja Katrin Kattis Kenneth Kenny Kent
    Kenth Kersti Kerstin Kerttu Khaled Khalid Kia Kicki Kim Kirsten Kjell Kjelle Klara Klas Knut
    Konrad Krister Kristian Kristin Kristina Kristofer Kristoffer Krzysztof Kurt Laila Laith Lamin
    Lars Lasse Laszlo Laura Layla Lea Leena Leif Leila Lena Lennart Lennie Leo Leon Leonard Leopold
    Liam Lilian Liliann Lill Lillemor Lilly Lina Linda Line Linn Linnea Linnéa Linus Lis Lisa Lisbet
    Lisbeth Lise Liselott Liv Livia Liza Lizette Loke Lola Lollo Lotta Lotten Lottie Louise Lova
    Love Lovisa Lucas Ludde Ludvig Ludwig Luis Luka Lukas Lydia Maarit Madeleine Magda Magdalena
    Maggan Magnus Mahdi Mahmoud Mahmud Maj Maja Majken Majvor Malena Malgorzata Malik Malin Malou
    Malte Malva Manfred Marcel Marcus Margareta Margaretha Margit Margot Maria Mariam Mariann
    Marianne Marie Marika Marina Marita Marius Marja Markku Marko Markus Marlene Marta Martin
    Martina Martti Mary Maryam Mathias Matilda Mats Matti Mattias Maud Max Maxim Maya Megan Mehdi
    Mehmet Mehran Melissa Melker Mette Mia Micael Michael Michaela Micke Mika Mikael Mikaela Mikko
    Milena Milla Milo Mimmi Minna Miranda Miriam Mirja Mirjam Mirjami Moa Mohamed Mohammed Molly
    Mona Monica Monika Morgan Mustafa Måns Mårten Mårtin Märit Märta Nabil Nadia Naima Najma Nanna
    Nasir Nasra Nasrin Natalia Natalie Natasha Nathalie Navid Nellie Nicke Nicklas Niclas Nicole
    Nicolina Niels Niilo Nike Niklas Niko Nikola Nilla Nils Nina Ninni Nisha Nisse Noah Noel Noomi
    Noor Nora Nore Nour Oili Ola Olav Ole Olga Oliver Olivia Olle Olof Olov Omar Omid Ophelia Orvar
    Oscar Oskar Oskari Osman Ossian Ottilia Otto Outi Ove Paavo Pablo Pamela Paola Parisa Patric
    Patrice Patricia Patrik Paul Paula Paulina Pauline Pavel Peder Peggy Pekka Pelle Per Pernilla
    Pernille Peter Petra Petronella Petter Philip Pia Pierre Piotr Pirjo Pirkko Pontus Preben Putte
    Pål Päivi Pär Ragnar Ragnhild Raija Raimo Rakel Ralf Ralph Ramin Rania Rasmus Rauno Rebecca
    Rebecka Reidar Reijo Reine Renée Reza Rickard Rigmor Riitta Rikard Rikke Rita Ritva Robban
    Robert Robin Roffe Roger Roine Roland Rolf Ronja Ronny Rose Rose-Marie Rosita Rosmarie Roy Roya
    Ruben Rudolf Rune Rurik Rut Ruth Sabine Safiya Saga Sahra Salah Sally Salma Salme Samantha Sami
    Samira Samuel Sander Sandra Sanja Sanna Sara Sarah Sari Sebastian Selam Selma Seppo Shirin
    Sigbritt Sigge Signe Sigrid Sigurd Sigvard Silvia Simon Simone Sinikka Siri Sirpa Siv Sivert Siw
    Siwert Sixten Sofi Sofia Sofie Solveig Sonja Sonny Soraya Staffan Stanislaw Stefan Stella
    Stellan Sten Stig Stina Sture Ståle Sune Susann Susanna Susanne Sussi Sussie Svante Svea Sven
    Svetlana Sylvia Sölve Sören Søren Tage Taina Tanja Tapio Tariq Tarja Tatjana Tea Ted Teemu Tekla
    Teodor Teresa Terese Teresia Terje Tero Tesfaye Tessan Thea Theo Theodor Therese Thomas Thor
    Thorbjörn Thorsten Thure Tiia Tiina Tilda Tilde Tim Timo Tina Tintin Titti Tobias Toivo Tom
    Tomas Tomasz Tommy Tony Tor Torbjörn Torborg Tord Tore Torgny Torkel Torleif Torsten Torun Tova
    Tove Trond Truls Ture Tuula Tuva Tyra Uffe Ulf Ulla Ulrica Ulrik Ulrika Ulrike Uno Urban Ursula
    Valdemar Valter Vanja Veikko Vendela Vera Verena Verner Veronica Veronika Vesa Vibeke Victor
    Victoria Vidar Viggo Viktor Viktoria Vilgot Vilhelm Viljo Ville Villy Vilma Vincent Viola Virpi
    Viveca Viveka Vivi Vivianne Walter Werner Wictor Wiggo Wilhelm Wille William Willy Wilma Xerxes
    Yasin Yasmin Ylva Yngve Yonas Yousef Youssef Yrsa Yusuf Yvette Yvonne Zahra Zaid Zainab Zara
    Zeinab Zeynep Zlatan Zoran Åge Åke Åsa Åsmund Ärla Ömer Örjan Östen
    """.split()
)
