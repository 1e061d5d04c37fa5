"""From values to words: what the planner's pages show. Nothing is decided here."""
