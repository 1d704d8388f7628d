"""The company scheme of the workload: five lists of serious breaches, each entered on an accumulation.

Its answer is the grounds that a case may rest on: one row for each record of each ground. As with the
residents, ``rules`` states the scheme as a table and every module evaluates it in its own way.
"""
