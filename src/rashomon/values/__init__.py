"""Values without text: dates and the days that they denote."""
