"""Common given names of many languages: one more clue that a name is a person's."""

from pipeline.extraction.words import words

FIRST_NAMES = words(
    """Aaron Abdul Abdullah Abigail Adam Adrian Ahmad Ahmed Aidan Aisha Akash Akira Alan Alasdair Albert Alberto
    Alejandro Alec Aleksander Alessandro Alex Alexander Alexandra Alexandre Alexei Alfred Ali Alice Alicia Alison
    Allan Allen Alok Amal Amanda Amelia Amina Amir Amit Amy Ana Anand Andre Andrea Andreas Andrei Andrew Andrzej
    Andy Angela Angelo Anil Anita Anjali Ann Anna Anne Annette Anthony Antoine Anton Antonio António Anuj Arjun
    Arnaud Arne Arthur Arturo Arun Ashish Ashley Ashok Astrid Audrey Ayesha Barbara Barry Beatrice Beatriz Ben
    Benjamin Benoit Bernard Bernhard Beth Betty Bill Bjørn Björn Bob Boris Brad Bradley Brandon Brenda Brendan Brian
    Bridget Bruce Bruno Bryan Callum Cameron Carl Carla Carlo Carlos Carmen Carol Caroline Carolyn Catherine Cecilia
    Cesar Chandra Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina Christine Christoph Christophe
    Christopher Claire Clara Claude Claudia Colin Connor Constance Craig Cristina Cynthia Daisuke Dale Damien Dan
    Daniel Daniela Danielle Danny Darren Dave David Dawn Dean Deborah Debra Declan Deepa Deepak Denis Dennis Derek
    Diana Diane Diego Dieter Dilip Dimitri Dmitry Dominic Donald Donna Doris Dorothy Doug Douglas Duncan Dustin
    Dylan Ed Edgar Eduardo Edward Edwin Eileen Elaine Elena Eleanor Eli Elias Elisabeth Elise Elizabeth Ellen Emily
    Emma Emmanuel Enrico Enrique Eric Erica Erik Erika Ernest Ernesto Esther Ethan Eugene Eva Evan Evelyn Ewan Fabio
    Farah Farida Fatima Felipe Felix Fergus Fernanda Fernando Fiona Florian Frances Francesca Francesco Francis
    Francisco François Frank Franz Fred Frederic Frederick Fredrik Friedrich Gabriel Gareth Gary Gaurav Gavin Geert
    Geoff Geoffrey George Georgina Gerald Gerard Gerhard Gianni Gilbert Giles Gillian Giorgio Giovanni Giulia
    Giuseppe Glenn Gloria Gordon Grace Graeme Graham Grant Greg Gregory Guido Guillaume Guillermo Gustavo Guy Hamish
    Hannah Hans Harish Harold Harriet Harry Hassan Heather Hector Heidi Heinrich Helen Helena Helene Helga Henri
    Henrik Henry Herbert Hiroshi Holly Howard Hugh Hugo Ian Ibrahim Ignacio Ingrid Irene Iris Isaac Isabel Isabelle
    Ivan Jack Jackie Jacob Jacqueline Jacques Jaime Jake Jakob Jakub James Jamie Jan Jane Janet Janice Jason Javier
    Jay Jean Jeff Jeffrey Jennifer Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Joan Joanna Joanne Joao João Joe
    Joel Joerg Johan Johannes John Johnny Jon Jonathan Jordan Jorge Jose José Josef Joseph Josephine Joshua Joyce
    Juan Judith Julia Julian Julie Julien Julio Jürgen Justin Kai Kamal Karen Karim Karin Karl Kate Katharina
    Katherine Kathleen Kathryn Kathy Katie Kavita Keith Kelly Ken Kenji Kenneth Kent Kevin Khaled Kim Kimberly Kiran
    Klaus Krishna Kristen Kristin Kumar Kurt Kyle Lakshmi Lars Laura Lauren Laurence Laurent Lawrence Lena Leo Leon
    Leonard Leslie Lewis Liam Lina Linda Lindsay Lisa Lorenzo Louis Louise Luc Luca Lucas Lucia Lucy Luigi Luis Luiz
    Lukas Luke Lydia Lynn Maarten Madeleine Magnus Mahmoud Malcolm Manfred Manoj Manuel Marc Marcel Marcelo Marcin
    Marco Marcos Marcus Margaret Margarita Maria Marie Marina Mario Marion Marius Mark Marko Markus Martha Martin
    Martina Mary Mateo Mathieu Matt Matteo Matthew Matthias Maureen Maurice Max Maxim Maya Meera Megan Mehmet
    Melanie Melissa Mercedes Michael Michel Michele Michelle Miguel Mike Mikhail Milan Milena Mohamed Mohammad
    Mohammed Monica Monika Morgan Muhammad Murray Mustafa Nadia Nancy Naomi Naresh Natalia Natalie Natasha Nathan
    Neil Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nikhil Nikolai Nikolas Nikos Nina Nisha Nitin Noah Noel
    Nora Norman Olaf Oleg Olga Oliver Olivia Olivier Omar Oscar Oskar Otto Owen Pablo Paolo Pascal Patricia Patrick
    Paul Paula Paulo Pavel Pedro Peggy Penelope Per Peter Petra Phil Philip Philippe Phillip Pierre Piotr Priya
    Rachel Rafael Rahul Raj Rajesh Rajiv Ralf Ralph Ram Ramesh Ramon Raul Ravi Ray Raymond Rebecca Renata Rene René
    Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin Rodrigo Roger Rohan Rohit Roland Rolf Roman Ron
    Ronald Rory Rosa Rosalind Rose Rosemary Ross Roy Ruben Rudolf Rupert Russell Ruth Ryan Sabine Sally Salvador Sam
    Samantha Samir Samuel Sandeep Sandra Sanjay Santiago Sara Sarah Scott Sean Sebastian Sergei Sergio Shane Shannon
    Sharon Shaun Sheila Shirley Sian Silvia Simon Simone Sofia Sonia Sophia Sophie Stacey Stefan Stefano Stella
    Stephan Stephane Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Suresh Susan Suzanne Sven Svetlana
    Sylvia Takeshi Tamara Tanya Tara Tariq Ted Teresa Terence Terry Theo Theodore Theresa Thierry Thomas Tim Timothy
    Tina Tobias Todd Tom Tomas Tomasz Tommaso Tony Tracey Tracy Trevor Tyler Ulrich Ursula Valerie Vanessa Vera
    Veronica Victor Victoria Vijay Vikram Vincent Vincenzo Viktor Virginia Vivek Vladimir Walter Wayne Wendy Werner
    William Wolfgang Xavier Yasmin Yolanda Yuki Yuri Yusuf Yves Yvonne Zachary Zoe"""
)
