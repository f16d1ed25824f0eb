"""Makes the weights that ``model/`` runs. Needs the extra ``[train]``; nothing else imports it."""
