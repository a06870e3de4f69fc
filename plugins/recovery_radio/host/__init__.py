"""The only room that knows MkDocs: one thin plugin per line of mkdocs.yml."""
