"""Given names that are common in Sweden: they tell "Karin skickar" from "Kansliet skickar"."""

GIVEN_NAMES = frozenset(
    """
    Adam Agneta Agnes Ahmed Alex Alexander Alexandra Alf Alfred Ali Alice Alma Alva Alvar Amanda
    Amina Amir Anders Andrea Andreas André Anette Angelica Anita Ann Anna Annali Annalena Anne
    Anneli Annelie Annette Annie Annika Anton Antonia Arne Aron Artur Arvid Astrid August Axel
    Barbro Bea Beata Beatrice Ben Bengt Benjamin Berit Bernt Bert Bertil Betty Birger Birgit
    Birgitta Bittan Björn Bo Bodil Boel Bosse Britt Britta Bror Börje Camilla Carin Carina Carl
    Carola Carolin Carolina Caroline Catarina Catharina Cecilia Charlie Charlotta Charlotte Chris
    Christel Christer Christian Christina Christine Christoffer Claes Clara Claudia Conny Cornelia
    Dag Dagmar Dan Daniel Daniela Daniella David Dennis Diana Disa Dragan Ebba Eddie Edit Edith
    Edvard Edvin Eivor Elias Elin Elina Elinor Elisabet Elisabeth Elise Ella Ellen Elsa Elvira
    Emanuel Emelie Emil Emilia Emma Erica Erik Erika Erland Erling Ester Eva Evelina Evert Fabian
    Fanny Fatima Felicia Felix Filip Filippa Folke Frank Frans Fred Freddy Fredrik Fredrika Frida
    Fritz Gabriel Gabriella Georg George Gerd Gertrud Gisela Gittan Gottfrid Greger Greta Gudrun
    Gun Gunbritt Gunborg Gunilla Gunn Gunnar Gunnel Gunvor Gustaf Gustav Göran Gösta Göte Hamid
    Hampus Hanna Hannah Hannes Hans Harald Harriet Harry Hasse Hassan Hedda Hedvig Helen Helena
    Helene Helge Henning Henric Henrik Henry Herman Hilda Hilma Hjalmar Holger Hugo Håkan Ibrahim
    Ida Ines Inga Ingalill Inge Ingela Ingemar Inger Ingrid Ingvar Irene Iris Irma Isa Isabell
    Isabella Isabelle Isak Ismail Ivan Ivar Jack Jacob Jakob Jan Jane Janne Jasmine Jennifer Jenny
    Jens Jeanette Jerker Jesper Jessica Jill Jim Jimmy Joakim Joar Joel Johan Johanna Johannes John
    Jon Jonas Jonatan Jonathan Jonna Jonny Jorge Josef Josefin Josefina Josefine Judit Julia Julius
    Juni Jörgen Kaj Kalle Karim Karin Karl Karolin Karolina Katarina Katja Kati Kenneth Kent Kerstin
    Kicki Kim Kjell Klara Klas Knut Konrad Krister Kristian Kristin Kristina Kristoffer Kurt Lars
    Lasse Laura Lea Leena Leif Leila Lena Lennart Leo Leon Leonard Lilian Lilly Lina Linda Line
    Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth Lise Liselott Lizette Lottie Lotta Louise Lova
    Lovisa Lucas Ludvig Lukas Lydia Madeleine Maj Maja Malena Malin Malte Margareta Margaretha
    Margit Maria Mariam Mariann Marianne Marie Marika Marina Marita Marja Marcus Marko Markus Marta
    Martin Martina Mary Mats Matilda Mattias Maud Max Maya Megan Mehdi Mia Micael Michael Michaela
    Mikael Mikaela Milan Milla Miranda Mirjam Moa Mohamed Mohammed Molly Mona Monica Monika Morgan
    Mårten Märta Nadia Nanna Natalie Nathalie Nicklas Niclas Nicole Nike Niklas Nils Nina Noah Nora
    Noomi Ola Olle Olav Olga Olivia Olof Olov Omar Oscar Oskar Otto Ove Patric Patricia Patrik Paul
    Paula Paulina Pekka Per Pernilla Peter Petra Petronella Petter Philip Pia Pierre Pontus Pär
    Ragnar Ragnhild Rakel Ralf Rasmus Rebecca Rebecka Reidar Reine Renée Rickard Rikard Rita Robert
    Robin Roger Roland Rolf Ronja Ronny Rosa Rose Roy Rune Ruth Rut Said Sally Salma Samira Samuel
    Sandra Sara Sarah Sebastian Selma Signe Sigrid Sigvard Simon Simone Siri Siv Sixten Sofia Sofie
    Solveig Sonja Staffan Stefan Stellan Stig Stina Stella Stellan Sture Sune Susann Susanna
    Susanne Svante Sven Svea Sylvia Sören Tage Tanja Tea Teodor Terese Teresia Thea Theo Theodor
    Therese Thomas Thor Thorbjörn Thure Tilda Tilde Tim Timo Tina Tobias Tom Tomas Tommy Tony Tor
    Torbjörn Tord Tore Torgny Torsten Tova Tove Truls Tuva Tyra Ulf Ulla Ulrica Ulrik Ulrika Urban
    Ursula Vanja Veronica Veronika Vera Verner Victor Victoria Viggo Viktor Viktoria Vilgot Vilhelm
    Vilma Viola Virpi Vivi Walter Wilhelm Wilma William Willy Xerxes Yasmin Ylva Yngve Yusuf Yvette
    Yvonne Zahra Zara Zeynep Åke Åsa Örjan Östen Ärla
    """.split()
)
