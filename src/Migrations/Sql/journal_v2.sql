-- The same hashes as before, worked out with less: STABLE, as convert_to is, or the planner can't put it in the place of its call; and one write of the
-- chain's head instead of two for each entry.
CREATE OR REPLACE FUNCTION noyau.champ(t text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN t IS NULL THEN 'N;'::bytea
                ELSE convert_to(octet_length(convert_to(t, 'UTF8'))::text || ':' || t || ';', 'UTF8') END
$$;

-- The row of the head is locked until the end of the transaction: entries of a chain are written one after the other.
CREATE OR REPLACE FUNCTION noyau.journaliser(
    p_id uuid, p_instant timestamptz, p_chaine smallint, p_acteur text, p_processus text, p_motif text, p_action text,
    p_entite text, p_entite_id text, p_avant text, p_apres text, p_personne uuid, p_chiffre bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, noyau AS $$
DECLARE
    v_jour date := (p_instant AT TIME ZONE 'UTC')::date;
    v_clos date;
    v_rang bigint;
    v_empreinte bytea;
    v_champs bytea := noyau.champ(p_id::text) || noyau.champ((extract(epoch FROM p_instant) * 1000000)::bigint::text)
        || noyau.champ(p_acteur) || noyau.champ(p_processus) || noyau.champ(p_motif) || noyau.champ(p_action)
        || noyau.champ(p_entite) || noyau.champ(p_entite_id) || noyau.champ(p_avant) || noyau.champ(p_apres)
        || noyau.champ(p_personne::text) || noyau.champ(encode(p_chiffre, 'hex'));
BEGIN
    -- A day that is closed takes no more entry: a late one goes to the next open day.
    SELECT max(jour) INTO v_clos FROM noyau.journal_racines;
    IF v_clos IS NOT NULL AND v_jour <= v_clos THEN
        v_jour := v_clos + 1;
    END IF;

    -- The first of a chain follows the hash of its name.
    INSERT INTO noyau.journal_chaines AS c (jour, chaine, rang, empreinte)
    VALUES (v_jour, p_chaine, 1, sha256(sha256(convert_to(to_char(v_jour, 'YYYY-MM-DD') || '/' || p_chaine, 'UTF8')) || noyau.champ('1') || v_champs))
    ON CONFLICT (jour, chaine) DO UPDATE SET rang = c.rang + 1, empreinte = sha256(c.empreinte || noyau.champ((c.rang + 1)::text) || v_champs)
    RETURNING rang, empreinte INTO v_rang, v_empreinte;

    INSERT INTO noyau.journal (id, jour, chaine, rang, instant, acteur, processus, motif, action, entite, entite_id, avant, apres, personne, chiffre, empreinte)
    VALUES (p_id, v_jour, p_chaine, v_rang, p_instant, p_acteur, p_processus, p_motif, p_action, p_entite, p_entite_id, p_avant, p_apres, p_personne, p_chiffre, v_empreinte);
    RETURN v_rang;
END $$;
