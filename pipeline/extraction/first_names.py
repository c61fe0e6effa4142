"""Common given names of many languages: one more clue that a name is a person's."""

from pipeline.extraction.words import words

FIRST_NAMES = words(
    """Aaron Aarón Abdul Abdullah Abdullahi Abel Abhishek Abigail Ada Adam Ade Adebayo Adel Adele Adeola Aditya Adrian
    Agatha Agnes Agnieszka Ahmad Ahmed Aidan Ailsa Aino Aisha Aitor Ajay Ajit Akash Akhil Akiko Akio Akira Akua Alan
    Alasdair Alba Albert Alberto Alec Alejandro Aleksander Aleksandra Alessandro Alex Alexander Alexandra Alexandre
    Alexei Alfonso Alfred Ali Alice Alicia Aliko Alisha Alison Alistair Allan Allen Alok Alun Ama Amal Aman Amancio
    Amanda Amara Amelia Amin Amina Amir Amit Amparo Amy Ana Anand Ananya Anatoly Anders Andre Andrea Andreas Andrei
    Andrew Andrius Andrzej Andy Aneta Anette Angela Angelo Angus Anh Aniket Anil Anita Anjali Ann Anna Anne Annette
    Anong Anthony Antoine Anton Antonio António Anuj Anurag Anwar Aparna Apichat Arjun Arlene Arnaud Arne Arthur
    Arturo Arun Arvid Arvind Asbjørn Aseem Asha Ashish Ashley Ashok Astrid Asunción Atsushi Atul Audrey Aurelio Ava
    Ayesha Ayumi Azim Bambang Barbara Barry Bartosz Bea Beatrice Beatriz Begoña Bella Belén Ben Bengt Benito
    Benjamin Benoit Bernadette Bernard Bernhard Bertha Beth Betty Bharat Bhavesh Bhavish Bilal Bill Birgit Björn
    Bjørn Blanca Bob Bogdan Bohumil Bola Bonnie Boris Boyan Brad Bradley Brandon Branislav Brenda Brendan Brian
    Bridget Britt Bronislaw Bronwyn Bruce Bruno Bryan Budi Caitlin Callum Calum Cameron Camila Camilla Carina Carl
    Carla Carlo Carlos Carly Carmen Carol Carolina Caroline Carolyn Carys Catherine Cathy Cecil Cecilia Cecilie
    Cedric Celia Cesar Chandra Charles Charlie Charlotte Cheng Cheryl Chetan Chidi Chieko Chika Chinedu Chloe Chris
    Christer Christian Christina Christine Christoph Christophe Christopher Chuck Claire Clara Clare Claude Claudia
    Clemente Clifford Clive Colin Concha Connor Constance Consuelo Cora Craig Cristina Cristóbal Cynthia Cyril Célia
    Dag Dagmar Daisuke Dale Dalia Damien Damián Dan Dana Daniel Daniela Danielle Danny Dara Darcy Darius Darren
    Daryl Dave David Davie Deborah Debra Declan Deepa Deepak Deepinder Deirdre Delia Della Denis Denisa Dennis Derek
    Dermot Desmond Devendra Devika Dewi Dian Diana Diane Diego Dieter Dilip Dilys Dimitri Dinesh Divya Dmitry
    Dolores Domingo Dominic Donald Donna Dorian Doris Dorota Dorothy Doug Douglas Dragan Duncan Dustin Dušan Dylan
    Eamon Ed Edgar Edith Eduardo Edward Edwin Eero Effie Efraín Egil Eileen Eilidh Einar Eirik Eko Elaine Eleanor
    Elena Eli Elias Elin Elisabeth Elise Elizabeth Ellen Ellinor Elsa Elsie Elton Elvira Elżbieta Emeka Emi
    Emil Emilia Emilio Emily Emma Emmanuel Emmett Enid Enrico Enrique Eric Erica Erik Erika Eriko Ernest Ernesto
    Ernie Errol Eskil Esme Espen Esteban Estela Esther Ethan Ethel Eugene Eugenia Euisun Eunice Eusebio Eva Evan
    Evelyn Ewa Ewan Ezequiel Ezra Fabio Fabián Facundo Fahad Faisal Falguni Farah Farid Farida Fatima Fatou Faye
    Federico Felipe Felix Femi Ferenc Fergus Fern Fernanda Fernando Filipe Finn Fiona Fitri Flora Florian Floyd
    Folake Frances Francesca Francesco Francis Francisco Frank Franz François Fred Freda Frederic Frederick Fredrik
    Fredrika Freja Freya Frida Friedrich Fátima Gabriel Gael Ganesh Gareth Garry Gary Gaurav Gauri Gautam Gavin
    Geert Gemma Geoff Geoffrey George Georgina Geraint Gerald Gerard Gerhard Gertrude Gianni Gilbert Giles Gillian
    Ginni Giorgia Giorgio Giovanni Girish Giulia Giuseppe Gladys Glen Glenn Gloria Gonzalo Gopal Goran Gordon Gowri
    Grace Graeme Graham Greg Gregory Greta Guadalupe Gudrun Guido Guillaume Guillermo Gunnar Gustaf Gustav Gustavo
    Guy Guðrún Gwen Gwyneth György Gábor Habib Hadi Hal Halvor Hamad Hamid Hamish Hana Hanh Hani Hank Hannah Hanne
    Hans Hao Harald Harish Harold Harriet Harry Harsh Haruka Haruki Hassan Hattie Hazel Heather Hector Heidi Heikki
    Heinrich Helder Helen Helena Helene Helga Helle Hemant Hendra Henning Henri Henrik Henry Herbert Hideki Hilary
    Hilda Hiroki Hiroko Hiroshi Hiroyuki Hisham Hoa Holly Horacio Howard Hugh Hugo Hung Huong Hussein Håkan Héctor
    Iain Ian Ibrahim Ida Ifeoma Ignacio Igor Ikechukwu Iker Ilona Ilya Imogen Imran Indah Indira Indra Inga Ingeborg
    Ingrid Ingvild Inés Inês Irene Irina Iris Isaac Isabel Isabelle Ishaan Ismail István Iva Ivan Ivana Ivo Ivor Ivy
    Iván Iñigo Jacinto Jack Jackie Jacob Jacqueline Jacques Jae-yong Jaime Jair Jake Jakob Jakub Jamal James Jamie
    Jamil Jan Jana Jane Janet Janez Janice Jari Jaroslav Jasmine Jason Jasper Javier Jay Jayant Jean Jed Jeff
    Jeffrey Jelena Jenna Jennifer Jenny Jens Jensen Jeremy Jerome Jerry Jerzy Jess Jesse Jessica Jesus Jian Jill Jim
    Jimena Jing Jiri Jiro Jitka Jiří Joan Joanna Joanne Joao Joaquim Joaquín Jodie Joe Joel Joerg Johan Johann
    Johanna Johannes John Johnny Joko Jon Jonas Jonathan Jordi Jorge Jose Josef Josefa Josep Joseph Josephine Joshua
    Josie Josué José Joyce João Juan Juana Jude Judit Judith Judy Juha Jukka Julia Julian Julie Julien Julio Julián
    Juma Junichi Justin Jyoti József Jörg Jørgen Jürgen Kaarel Kai Kaisa Kalyan Kamal Kamil Kanya Kaori Kapil Kara
    Karen Kari Karim Karin Karl Kartik Katarzyna Kate Katerina Kateřina Katharina Katherine Kathleen Kathryn Kathy
    Katie Katrin Kavita Kavitha Kay Kazuo Keiko Keira Keith Kelly Ken Kenichi Kenichiro Kenji Kenneth Kenta Kerry
    Kerstin Kevin Khaled Khalid Khanh Kieran Kim Kimberly Kinga Kiran Kirsten Kirsty Kitty Kjell Klaus Kofi Koji
    Kojo Koos Krishna Kristen Kristian Kristin Kristina Kristoffer Krzysztof Kumar Kunal Kurt Kwabena Kwame Kwesi
    Kyle Lachlan Ladislav Lakshmi Lalit Lana Larry Lars Lasse Laura Lauren Laurence Laurent Lawrence Layla Leah
    Leandro Lee Leela Lei Leif Leigh Leila Len Lena Lene Lenka Lennart Leo Leon Leonard Leonardo Lerato Leslie
    Lester Lewis Liam Libor Lidia Lila Lily Lina Linda Lindsay Ling Linh Linnea Lisa Liv Ljubica Lloyd Lola Lorena
    Lorenzo Lorna Lorraine Lottie Lou Louis Louise Lourdes Lubor Luc Luca Lucas Lucia Luciano Lucie Lucille Lucy
    Ludmila Luigi Luis Luiz Lukas Luke Luther Luísa Lydia Lyle Lynn László Maarten Mabel Macarena Maciej Madeleine
    Madhav Madhu Maeve Magda Magdalena Magnus Mahdi Mahesh Mahmoud Mai Maija Mairi Maisie Maite Maj Majid Makoto
    Malcolm Malee Malin Mamadou Mandla Mandy Manfred Manish Manoj Mansour Manuel Manuela Marc Marcel Marcela Marcelo
    Marcin Marco Marcos Marcus Marek Maren Margaret Margarita Marge Margery Margit Maria Marian Mariana Marianne
    Mariano Maricarmen Marie Mariko Marilyn Marina Mario Marion Marisol Marissa Marit Marius Marjorie Mark Marko
    Markus Marlene Marta Martha Martin Martina Mary Maryam Masahiro Masato Masayoshi Mateo Mathieu Mats Matt Matteo
    Matthew Matthias Matti Maud Maureen Maurice Mauricio Mauro Mavis Maxim Maya Mayumi Małgorzata Meera Meg Megan
    Megumi Mehmet Mei Melanie Melissa Mercedes Mercè Merle Mervyn Mette Michael Michal Michał Michel Michele
    Michelle Mick Miguel Mika Mikael Mike Mikhail Mikko Milagros Milan Mildred Milena Millie Milly Milos Miloš
    Min-jun Minh Minna Minoru Miranda Miriam Mirko Miroslav Moana Mohamed Mohammad Mohammed Mohan Mohit Moira Mollie
    Molly Mona Monica Monika Montserrat Morag Morgan Morten Moussa Muhammad Mukesh Muriel Murray Mustafa Mwangi Myra
    Myrtle Máximo Nabil Nadezhda Nadia Naledi Nancy Nandan Nandini Naoki Naoko Naomi Narayan Narendra Naresh Nasser
    Natalia Natalie Natalya Natarajan Natasha Nathan Natália Naveen Nawal Ned Neeraj Neha Neil Nell Nellie Nerea
    Nesta Nga Ngozi Nguyet Niall Niamh Nicholas Nick Nicky Nicola Nicolas Nicole Niels Nigel Nikesh Nikhil Nikola
    Nikolai Nikolas Nikos Nils Nina Ning Niran Nirmala Nisha Nitesh Nitin Nkechi Nnamdi Noah Nobuo Noel Noelle Nora
    Noriyuki Norma Norman Noura Nuria Octavio Oksana Olaf Olav Ole Oleg Olga Oliver Olivia Olivier Olof Oluwaseun
    Omar Omer Ondřej Orla Orlando Osama Osamu Oscar Oskar Osvaldo Otto Ousmane Outi Owain Owen Paavo Pablo Paddy
    Padma Paloma Pam Pamela Pankaj Paolo Parag Pascal Pat Patrice Patricia Patrick Patrícia Patsy Patti Paul Paula
    Paulette Pauline Paulo Pavel Paweł Paz Peder Pedro Peggy Pekka Pelle Penelope Per Pernilla Perry Pertti Petar
    Pete Peter Petr Petra Petter Phil Philip Philippe Phillip Phoebe Phuong Phyllis Pia Pierre Pilar Pim Piotr Pippa
    Pirjo Polly Pooja Poppy Poul Prakash Pramod Pranav Prasert Prashant Praveen Predrag Priya Prudence Putri Qiang
    Qing Quang Quentin Quoc Rachel Radek Radoslaw Rafael Rafał Ragnar Rahul Raj Rajan Rajeev Rajendra Rajesh Rajiv
    Raka Rakesh Ralf Ralph Ram Ramesh Ramiro Ramon Randy Ranjit Raquel Rashid Rashmi Rasmus Ratan Raul Ravi Ray
    Raymond Raúl Rebeca Rebecca Recep Reggie Reginald Renata Renato Rene René Reza Rhiannon Rhona Rhys Ricardo
    Richard Rick Riikka Rini Rita Ritesh Ritu Ritva Rob Robert Roberta Roberto Robin Rocío Rodney Rodolfo Rodrigo
    Rogelio Roger Rohan Rohit Roland Rolf Roman Ron Ronald Rory Rosa Rosalie Rosalind Rosario Rosemarie Rosemary
    Rosie Ross Rowan Roxana Roxanne Roy Ruben Rubén Rudolf Rufus Rui Rune Rupa Rupert Russell Ruth Ryan Ryo Ryota
    Saad Sabine Sachiko Sachin Sadie Saeed Safra Sal Salem Salim Sally Salma Salvador Salvatore Sam Samantha Sameer
    Sami Samir Samuel Sandeep Sandra Sanjay Sanjeev Sanna Santiago Santosh Saoirse Sara Sarah Sari Satish Satoshi
    Satya Saúl Scarlett Scott Seamus Sean Sebastian Selina Sergei Sergey Sergi Sergio Shane Shannon Shantanu Sharon
    Shashi Shaun Sheila Shekhar Sheryl Shigenobu Shigeru Shilpa Shinichi Shinji Shirley Shiv Sho Shota Shreya Shu
    Sian Sid Siddharth Sidney Signe Sigrid Silvia Silvio Simon Simona Simone Simón Siobhan Sioned Sipho Siti Siv
    Slamet Slobodan Sneha Sofia Soledad Solveig Somchai Somsak Sonia Soo-man Sophia Sophie Sorin Sri Sridhar
    Srinivas Stacey Stan Stanislav Stanisław Stanley Stefan Stefano Stella Stephan Stephane Stephanie Stephen Steve
    Steven Stewart Stig Stuart Sture Subhash Suda Sudhir Sue Sultan Suman Sumit Sundar Sunil Surendra Suresh Susan
    Susana Sutrisno Suzanne Svein Sven Svetlana Swati Sylvia Sylvie Søren Tabitha Tadashi Tae-won Takeshi Tamara
    Tamsin Tanya Tao Tapio Tara Tarek Tariq Taro Tarun Tatiana Tatsuya Ted Tendai Teodoro Terence Teresa Terry Tess
    Tessa Tetsuya Thabo Thandeka Thandi Thanh Thao Thea Thelma Themba Theo Theodore Theresa Thi Thierry Thomas Thor
    Thu Tiago Tibor Tidjane Tilly Tim Timo Timothy Tina Tobias Toby Todd Tom Tomas Tomasz Tommaso Tomoko Tomás Tomáš
    Tony Tor Tore Torsten Toru Toshio Tracey Tracy Trang Travis Trevor Trine Tristan Trond Trudy Trung Tuan Tunde
    Tuomas Tyler Uche Uday Ulf Ulla Ulrich Uma Una Urbano Ursula Usha Vaclav Valentina Valentín Valerie Vanessa
    Varun Vasco Vasily Venkat Vera Verity Vernon Veronica Verónica Vesna Vicente Victor Vidar Vidya Vijay Vijaya
    Vikas Vikram Viktor Vinay Vince Vincent Vincenzo Vinod Viola Vishal Viv Vivek Vivian Vivienne Vlad Vladimir
    Volodymyr Václav Víctor Wahyu Waleed Walid Wallace Walter Wanda Wanjiku Warren Wayne Wei Wen Wendy Werner Wesley
    Wichai Wilbur Wilfred Willa William Willie Winifred Winston Wojciech Wolfgang Xavi Xavier Xiao Ximena Xin Yago
    Yahya Yan Yanti Yash Yasir Yasmin Yasser Yaw Yevgeny Ying Yngve Yogesh Yoko Yolanda Yong Yoshiko Yoshio Youssef
    Yuki Yukio Yulia Yumi Yun Yuri Yusuf Yves Yvette Yvonne Zachary Zahra Zainab Zanele Zbigniew Zdeněk Zhen Zhi
    Zhong Ziad Zoe Zola Zoltan Zoltán Zsolt Zuzana Álvaro Ángel Øyvind"""
)
