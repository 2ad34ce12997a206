"""« La feuille de route »: up to three choices on one sheet of paper, for the person and for the adviser.

`codes` names a choice in an address; `person` and `adviser` say what each sheet shows, cut to what a
page of paper holds; `script` makes of it the data of the page; `page` is the page.
"""
