"""Every page the house has, who looks at it, and where it is: the list of `test_axe.py`."""
