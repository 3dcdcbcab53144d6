-- Short messages: who doesn't want any, what went and whether it arrived. Neither a number nor a text is kept.

-- The key of the hashes of numbers, closed by Data Protection: made by the first who asks, the same for all.
CREATE TABLE noyau.sel_numeros (seul boolean PRIMARY KEY DEFAULT true CHECK (seul), valeur bytea NOT NULL);
CREATE FUNCTION noyau.sel_des_numeros(p_nouveau bytea) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
BEGIN
    INSERT INTO noyau.sel_numeros (valeur) VALUES (p_nouveau) ON CONFLICT DO NOTHING;
    RETURN (SELECT valeur FROM noyau.sel_numeros);
END $$;

-- Nobody reads the list: one asks of a number, by its hash.
CREATE TABLE noyau.desinscriptions (
    empreinte bytea PRIMARY KEY CHECK (length(empreinte) = 32),
    depuis timestamptz NOT NULL,
    origine text NOT NULL CHECK (origine IN ('reponse', 'page'))
);
ALTER TABLE noyau.desinscriptions ENABLE ROW LEVEL SECURITY;
GRANT SELECT (depuis), DELETE ON noyau.desinscriptions TO faireavec_app;
CREATE POLICY purger_lire ON noyau.desinscriptions FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY purger ON noyau.desinscriptions FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE FUNCTION noyau.est_desinscrit(p_empreinte bytea) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    SELECT EXISTS (SELECT 1 FROM noyau.desinscriptions WHERE empreinte = p_empreinte)
$$;
CREATE FUNCTION noyau.desinscrire(p_empreinte bytea, p_depuis timestamptz, p_origine text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    INSERT INTO noyau.desinscriptions (empreinte, depuis, origine) VALUES (p_empreinte, p_depuis, p_origine) ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION noyau.reinscrire(p_empreinte bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    DELETE FROM noyau.desinscriptions WHERE empreinte = p_empreinte
$$;

CREATE TABLE noyau.courts_messages (
    cle text PRIMARY KEY CHECK (length(cle) BETWEEN 1 AND 120),
    id uuid NOT NULL UNIQUE,
    empreinte bytea NOT NULL CHECK (length(empreinte) = 32),
    categorie text NOT NULL,
    segments integer NOT NULL CHECK (segments BETWEEN 1 AND 6),
    etat text NOT NULL CHECK (etat IN ('en_cours', 'envoye', 'echec', 'desinscrit')),
    instant timestamptz NOT NULL,
    essais integer NOT NULL DEFAULT 1,
    erreur text CHECK (length(erreur) <= 300),
    remise text CHECK (remise IN ('recu', 'non_recu')),
    remise_le timestamptz
);
CREATE INDEX ix_courts_messages_instant ON noyau.courts_messages (instant);
ALTER TABLE noyau.courts_messages ENABLE ROW LEVEL SECURITY;
-- All but the hash: whoever looks at what went can't follow one person.
GRANT SELECT (cle, id, categorie, segments, etat, instant, essais, erreur, remise, remise_le), DELETE ON noyau.courts_messages TO faireavec_app;
CREATE POLICY lire ON noyau.courts_messages FOR SELECT USING ((SELECT noyau.a_role('administrateur', 'support', 'auditeur', 'systeme:taches')));
CREATE POLICY purger ON noyau.courts_messages FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));

-- Whoever gets an id sends it; null: it went, or somebody else is sending it. A failure is taken again, as is what nobody finished; the id stays.
CREATE FUNCTION noyau.prendre_court_message(p_cle text, p_id uuid, p_empreinte bytea, p_categorie text, p_segments integer, p_etat text, p_instant timestamptz, p_abandon timestamptz)
RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    INSERT INTO noyau.courts_messages AS m (cle, id, empreinte, categorie, segments, etat, instant) VALUES (p_cle, p_id, p_empreinte, p_categorie, p_segments, p_etat, p_instant)
    ON CONFLICT (cle) DO UPDATE SET etat = excluded.etat, instant = excluded.instant, segments = excluded.segments, empreinte = excluded.empreinte, essais = m.essais + 1, erreur = NULL
        WHERE m.etat = 'echec' OR (m.etat = 'en_cours' AND m.instant < p_abandon)
    RETURNING id
$$;
CREATE FUNCTION noyau.clore_court_message(p_id uuid, p_etat text, p_erreur text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    UPDATE noyau.courts_messages SET etat = p_etat, erreur = left(p_erreur, 300) WHERE id = p_id AND etat = 'en_cours'
$$;
CREATE FUNCTION noyau.remise_de_court_message(p_id uuid, p_remise text, p_le timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    UPDATE noyau.courts_messages SET remise = p_remise, remise_le = p_le WHERE id = p_id AND etat IN ('envoye', 'en_cours')
$$;

-- What the gateway told, once.
CREATE TABLE noyau.retours_de_courts_messages (id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120), recu_le timestamptz NOT NULL);
ALTER TABLE noyau.retours_de_courts_messages ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON noyau.retours_de_courts_messages TO faireavec_app;
CREATE POLICY purger_lire ON noyau.retours_de_courts_messages FOR SELECT USING ((SELECT noyau.a_role('systeme:taches')));
CREATE POLICY purger ON noyau.retours_de_courts_messages FOR DELETE USING ((SELECT noyau.a_role('systeme:taches')));
CREATE FUNCTION noyau.noter_retour_de_court_message(p_id text, p_recu_le timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
BEGIN
    INSERT INTO noyau.retours_de_courts_messages (id, recu_le) VALUES (p_id, p_recu_le) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION noyau.sel_des_numeros, noyau.est_desinscrit, noyau.desinscrire, noyau.reinscrire, noyau.prendre_court_message, noyau.clore_court_message, noyau.remise_de_court_message, noyau.noter_retour_de_court_message FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.sel_des_numeros, noyau.est_desinscrit, noyau.desinscrire, noyau.reinscrire, noyau.prendre_court_message, noyau.clore_court_message, noyau.remise_de_court_message, noyau.noter_retour_de_court_message TO faireavec_app;
