"""What editors write, as frozen typed records. Nothing here is computed: see `generator.views`."""
