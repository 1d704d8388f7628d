"""One workload for every way to evaluate rules: delivered records, two schemes, and who says what of them.

``factors`` states the schemes as plain tables; ``records`` makes the delivered records; each other
module evaluates the tables in its own way and shares no code with the product or with another.
All must give the same standings, to the last point.
"""
