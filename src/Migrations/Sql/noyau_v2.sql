-- Housekeeping: what was delivered or given up long ago goes, after delays that are dated data.
INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES
    ('noyau.evenements_jours', '2026-01-01', 90, 'Décision du projet : trois mois pour comprendre un incident'),
    ('noyau.echecs_jours', '2026-01-01', 365, 'Décision du projet : un an pour réparer');
CREATE INDEX ix_evenements_instant ON noyau.evenements (instant);
GRANT DELETE ON noyau.taches_echouees TO faireavec_app;
-- Keys stored without the operator's key are closed at the next start.
GRANT UPDATE (xml) ON noyau.cles_protection TO faireavec_app;
