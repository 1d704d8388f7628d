"""The second reading of the scheme language: record by record, in plain Python, as slow as it looks.

It follows docs/reference/scheme-language.md and docs/reference/scoring.md and shares nothing with the
compiler but the nouns of a scheme. Modules stand in the order in which a standing is made: records,
points, counting, caps, factors, exposure, grades, stages; lists read records and grades.
"""
