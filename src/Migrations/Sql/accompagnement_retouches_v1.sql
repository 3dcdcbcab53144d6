-- Absences that are long over go with the purge.
CREATE POLICY purger ON accompagnement.absences FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
