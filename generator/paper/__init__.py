"""The guide on paper: `par-ou-commencer.pdf`, from the same views as the site (issue 6)."""
