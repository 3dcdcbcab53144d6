-- Invitations that nobody accepted are erased after the delay of the register.
GRANT DELETE ON comptes.invitations TO faireavec_app;
CREATE POLICY effacer ON comptes.invitations FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')) AND acceptee_le IS NULL);
