"""Takes event reports and persons, gives which of them are one."""
