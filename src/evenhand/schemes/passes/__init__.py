"""The steps from a scheme's tree to relations, each a function of the relations before it.

Comes in: a Scheme, and the tables that its plan reads. Goes out: Ibis relations, one for each step.
Now true: every number is whole, every order ends with the record's number, every null is filled.
Refuses: an operation or type that is not in the palette of ``relational.engine``.
"""
