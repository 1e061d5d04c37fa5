"""A plan in other programs' formats: calendar, data, spreadsheet, health record, paper."""
