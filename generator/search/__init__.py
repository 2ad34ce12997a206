"""The search: what people type is read by one pipeline, in Python when the index is made and in the
browser when it is used (`theme/assets/js/search/1-words.js`). Guide → files, nothing written here."""
