"""What we accept as said.

Comes in: a delivered sheet held against its contract, and the consents in force.
Goes out: records whose values each keep their original text and cell; held rows; refused rows.
Now true: stored, held and refused add up to the rows of the sheet, each with its reason.
Refuses: prohibited data (RF-4), rows without a document (RF-5), residents without consent (RF-1).
"""
