"""How long a build takes and how much memory it needs, from 100 to 10,000 sheets: `./site-build.sh bench`."""
