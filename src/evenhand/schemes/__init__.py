"""What the rule says; needs no data.

Comes in: a scheme file. Goes out: a Scheme, its findings, its sentences, its relational plan.
Now true: the rule is well typed, cited, carries worked examples, and keeps the rights floor.
Refuses: a file with a single error, and every rule below the floor, by line and rule number.
"""
