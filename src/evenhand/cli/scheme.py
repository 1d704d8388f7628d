"""``evenhand scheme``: check a file, say it in plain sentences, compare, propose, publish, list, show."""

from __future__ import annotations

from pathlib import Path

from cyclopts import App

from evenhand.cli import scheme_public
from evenhand.cli.explain_wrap import page_in_lines
from evenhand.cli.scheme_check import CatalogueFolder, check_files
from evenhand.cli.scheme_compare import compare
from evenhand.cli.scheme_schema import schema
from evenhand.cli.voice import speaking
from evenhand.schemes.read import read_scheme
from evenhand.schemes.sentences import say
from evenhand.sources.read_catalogue import read_catalogue

app = App(name="scheme", help="Schemes: check, say, compare, propose, publish, list, show.")
app.command(check_files, name="check")
app.command(schema)
app.command(compare)
app.command(scheme_public.propose)
app.command(scheme_public.publish)
app.command(scheme_public.list_schemes, name="list")
app.command(scheme_public.show)


@app.command(name="say")
def say_file(file: Path, /, *, catalogue: CatalogueFolder = None) -> int:
    """Say a scheme in plain sentences.

    Args:
        file: The file.
    """
    voice, there = speaking(), read_catalogue(catalogue)
    scheme = read_scheme(file.read_bytes(), str(file), there)
    for line in page_in_lines(say(scheme, voice.language, there)):
        voice.say(line)
    return 0
