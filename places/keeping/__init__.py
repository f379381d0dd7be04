"""The calendar in the back office: a year to look at, changes to propose and to put in force."""
