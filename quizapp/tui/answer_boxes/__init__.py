"""How a response is typed or chosen on the screen: one box for each kind of question."""
