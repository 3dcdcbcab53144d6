-- Reference data: the application reads it, the loading writes it as the owner.
GRANT USAGE ON SCHEMA territoires TO faireavec_app;
GRANT SELECT ON ALL TABLES IN SCHEMA territoires TO faireavec_app;
