"""Our search beside what people would otherwise use, on the same content: `./site-build.sh bench search`."""
