-- Agreements of shelters' managers: noted and taken back, never erased.
GRANT SELECT, INSERT, UPDATE ON cartographie.accords_hebergement TO faireavec_app;
