"""What people get on paper: letters and files as pages, written as text or as tagged PDF.

Comes in: a page of titled sections in one language, made by a stage that knows what it says.
Goes out: the page as text, or as a tagged PDF (PDF/UA-1) with its fonts inside.
Now true: what is printed is what the text says, line by line, and the same page gives the same bytes.
Refuses: a PDF without the library that makes it, or without letters for the page's language.
"""
