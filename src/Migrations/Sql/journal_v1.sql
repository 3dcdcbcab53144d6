-- The journal: append-only, in 16 chains of hashes a day. Written only by noyau.journaliser; the application has no other right than to read.
CREATE TABLE noyau.journal_chaines (
    jour date NOT NULL,
    chaine smallint NOT NULL CHECK (chaine BETWEEN 0 AND 15),
    rang bigint NOT NULL,
    empreinte bytea NOT NULL,
    PRIMARY KEY (jour, chaine)
);

CREATE TABLE noyau.journal_racines (
    jour date PRIMARY KEY,
    racine bytea NOT NULL,
    entrees bigint NOT NULL,
    clos_le timestamptz NOT NULL
);

CREATE TABLE noyau.journal (
    id uuid NOT NULL PRIMARY KEY,
    jour date NOT NULL,
    chaine smallint NOT NULL,
    rang bigint NOT NULL,
    instant timestamptz NOT NULL,
    acteur text NOT NULL,
    processus text NOT NULL,
    motif text,
    action text NOT NULL,
    entite text NOT NULL,
    entite_id text NOT NULL,
    avant text,
    apres text,
    personne uuid,
    chiffre bytea,
    empreinte bytea NOT NULL,
    UNIQUE (jour, chaine, rang)
);
CREATE INDEX ix_journal_entite ON noyau.journal (entite, entite_id, instant);

CREATE TABLE noyau.cles_personnes (
    personne uuid PRIMARY KEY,
    cle bytea NOT NULL,
    creee_le timestamptz NOT NULL
);

CREATE FUNCTION noyau.champ(t text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN t IS NULL THEN 'N;'::bytea
                ELSE convert_to(octet_length(convert_to(t, 'UTF8'))::text || ':' || t || ';', 'UTF8') END
$$;

-- Appends one entry. The row of the chain's head is locked until the end of the transaction: entries of a chain are written one after the other.
CREATE FUNCTION noyau.journaliser(
    p_id uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_motif text, p_action text,
    p_entite text, p_entite_id text, p_avant text, p_apres text, p_personne uuid, p_chiffre bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date := (p_instant AT TIME ZONE 'UTC')::date;
    v_clos date;
    v_rang bigint;
    v_empreinte bytea;
BEGIN
    -- A day that is closed takes no more entry: a late one goes to the next open day.
    SELECT max(jour) INTO v_clos FROM noyau.journal_racines;
    IF v_clos IS NOT NULL AND v_jour <= v_clos THEN
        v_jour := v_clos + 1;
    END IF;

    INSERT INTO noyau.journal_chaines AS c (jour, chaine, rang, empreinte)
    VALUES (v_jour, p_chaine, 1, sha256(convert_to(to_char(v_jour, 'YYYY-MM-DD') || '/' || p_chaine, 'UTF8')))
    ON CONFLICT (jour, chaine) DO UPDATE SET rang = c.rang + 1
    RETURNING rang, empreinte INTO v_rang, v_empreinte;

    v_empreinte := sha256(v_empreinte
        || noyau.champ(v_rang::text) || noyau.champ(p_id::text) || noyau.champ((extract(epoch FROM p_instant) * 1000000)::bigint::text)
        || noyau.champ(p_acteur) || noyau.champ(p_processus) || noyau.champ(p_motif) || noyau.champ(p_action)
        || noyau.champ(p_entite) || noyau.champ(p_entite_id) || noyau.champ(p_avant) || noyau.champ(p_apres)
        || noyau.champ(p_personne::text) || noyau.champ(encode(p_chiffre, 'hex')));

    UPDATE noyau.journal_chaines SET empreinte = v_empreinte WHERE jour = v_jour AND chaine = p_chaine;
    INSERT INTO noyau.journal (id, jour, chaine, rang, instant, acteur, processus, motif, action, entite, entite_id, avant, apres, personne, chiffre, empreinte)
    VALUES (p_id, v_jour, p_chaine, v_rang, p_instant, p_acteur, p_processus, p_motif, p_action, p_entite, p_entite_id, p_avant, p_apres, p_personne, p_chiffre, v_empreinte);
    RETURN v_rang;
END $$;

-- Closes every finished day that isn't closed yet, oldest first. The root of a day holds the root of the day before.
CREATE FUNCTION noyau.journal_clore(p_maintenant timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date;
    v_nombre integer := 0;
BEGIN
    LOCK TABLE noyau.journal_racines IN EXCLUSIVE MODE;
    FOR v_jour IN
        SELECT DISTINCT c.jour FROM noyau.journal_chaines c
        WHERE c.jour < (p_maintenant AT TIME ZONE 'UTC')::date AND c.jour > coalesce((SELECT max(jour) FROM noyau.journal_racines), '-infinity')
        ORDER BY c.jour
    LOOP
        PERFORM 1 FROM noyau.journal_chaines WHERE jour = v_jour FOR UPDATE;
        INSERT INTO noyau.journal_racines (jour, racine, entrees, clos_le)
        SELECT v_jour,
               sha256(coalesce((SELECT racine FROM noyau.journal_racines ORDER BY jour DESC LIMIT 1), ''::bytea)
                      || convert_to(to_char(v_jour, 'YYYY-MM-DD'), 'UTF8') || string_agg(empreinte, ''::bytea ORDER BY chaine)),
               sum(rang), p_maintenant
        FROM noyau.journal_chaines WHERE jour = v_jour;
        v_nombre := v_nombre + 1;
    END LOOP;
    RETURN v_nombre;
END $$;

-- The key of a person, made at first need. Two writers at once get the same one.
CREATE FUNCTION noyau.cle_de_personne(p_personne uuid, p_nouvelle bytea, p_instant timestamptz) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    INSERT INTO noyau.cles_personnes AS k (personne, cle, creee_le) VALUES (p_personne, p_nouvelle, p_instant)
    ON CONFLICT (personne) DO UPDATE SET cle = k.cle
    RETURNING cle
$$;

-- Erases what the journal says of a person: the values stay, nobody can read them any more.
CREATE FUNCTION noyau.oublier_personne(p_personne uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
    WITH efface AS (DELETE FROM noyau.cles_personnes WHERE personne = p_personne RETURNING 1) SELECT EXISTS (SELECT 1 FROM efface)
$$;

REVOKE ALL ON FUNCTION noyau.journaliser, noyau.journal_clore, noyau.cle_de_personne, noyau.oublier_personne FROM PUBLIC;
GRANT EXECUTE ON FUNCTION noyau.journaliser, noyau.journal_clore, noyau.cle_de_personne, noyau.oublier_personne TO faireavec_app;
GRANT SELECT ON noyau.journal, noyau.journal_chaines, noyau.journal_racines TO faireavec_app;
