using System.Globalization;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Conversion;
using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Norme;

/// <summary>Judges the rows of one file by our own rules, and tells what the cleaning would do to them.</summary>
internal sealed class VerificationFaireAvec(SchemaDesLieux schema, NettoyageLieu nettoyage, DateOnly aujourdhui)
{
    private const int CacheMax = 20_000;
    private const int LieuxParTelephone = 5;

    private static readonly (string Modalite, string Colonne, string Nom)[] Moyens =
        [("Téléphoner", "telephone", "de téléphone"), ("Contacter par mail", "courriels", "de courriel"), ("Prendre un RDV en ligne", "prise_rdv", "d’adresse de rendez-vous")];

    private readonly Dictionary<string, (string? Faute, string? Suggestion)> _horaires = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Nombre, long Ligne)> _telephones = new(StringComparer.Ordinal);
    private readonly ContexteNettoyage _contexte = new("", aujourdhui);

    /// <param name="lu">The row.</param>
    /// <param name="enDefaut">Columns in which the standard has already found a defect: it isn't told twice.</param>
    /// <param name="noter">Receives the defects.</param>
    public void Ligne(LieuLu lu, IReadOnlySet<string> enDefaut, Action<Defaut> noter)
    {
        void Dire(string colonne, string? valeur, string regle, string message, string? suggestion = null) =>
            noter(new Defaut(lu.Ligne, Defaut.Court(lu.Id), colonne, Defaut.Court(valeur), regle, Niveau.Avertissement, message, Defaut.Court(suggestion?.Trim())));

        if (Texte(lu, "source") is null)
        {
            Dire("source", null, ReglesFaireAvec.SourceAbsente, "La source n’est pas dite : on ne saura pas à qui signaler une erreur.");
        }

        Accueil(lu, Dire);
        Horaires(lu, Dire);
        Nettoyage(lu, enDefaut, Dire);
        if (Texte(lu, "telephone") is { } telephone)
        {
            var (nombre, ligne) = _telephones.GetValueOrDefault(telephone, (0, lu.Ligne));
            _telephones[telephone] = (nombre + 1, ligne);
        }
    }

    /// <summary>What only the whole file shows.</summary>
    public void Fin(Action<Defaut> noter)
    {
        foreach (var (telephone, (nombre, ligne)) in _telephones.Where(t => t.Value.Nombre > LieuxParTelephone).OrderBy(t => t.Value.Ligne))
        {
            noter(new Defaut(ligne, null, "telephone", Defaut.Court(telephone), ReglesFaireAvec.TelephoneDeBeaucoup, Niveau.Avertissement, $"Ce téléphone est celui de {nombre.ToString(CultureInfo.InvariantCulture)} lieux : est-ce un standard ?"));
        }
    }

    private string? Texte(LieuLu lu, string colonne) => lu.Texte(schema[colonne].Rang);

    private IReadOnlyList<string> Liste(LieuLu lu, string colonne) => lu.Liste(schema[colonne].Rang);

    private void Accueil(LieuLu lu, Signaler dire)
    {
        const string SansPublic = "Ce lieu n'accueille pas de public";
        var (services, acces) = (Liste(lu, "services"), Liste(lu, "modalites_acces"));
        var sansAccueil = acces.Contains(SansPublic, StringComparer.Ordinal);
        if (services.Count == 0 && !sansAccueil)
        {
            dire("services", null, ReglesFaireAvec.ServicesAbsents, "Aucun service n’est dit : le lieu ne répond à aucune recherche par besoin.");
        }
        else if (services.Count > 0 && sansAccueil)
        {
            dire("modalites_acces", SansPublic, ReglesFaireAvec.ServicesSansAccueil, "Le lieu rend des services et dit ne pas accueillir de public.");
        }

        foreach (var (modalite, colonne, nom) in Moyens)
        {
            if (acces.Contains(modalite, StringComparer.Ordinal) && Texte(lu, colonne) is null && Liste(lu, colonne).Count == 0)
            {
                dire("modalites_acces", modalite, ReglesFaireAvec.AccueilSansMoyen, $"« {modalite} » est proposé, et le lieu n’a pas {nom}.");
            }
        }
    }

    private void Horaires(LieuLu lu, Signaler dire)
    {
        if (Texte(lu, "horaires") is not { } texte)
        {
            return;
        }

        if (!_horaires.TryGetValue(texte, out var faute))
        {
            var lus = HorairesOsm.Analyser(texte);
            faute = lus.Reussi ? (null, null) : (string.Join(' ', lus.Erreurs.Select(e => e.Message)), Convertisseur.Convertir(texte) is { Reussi: true } converti ? converti.Valeur.Osm : null);
            if (_horaires.Count >= CacheMax)
            {
                _horaires.Clear();
            }

            _horaires.Add(texte, faute);
        }

        if (faute.Faute is { } raison)
        {
            dire("horaires", texte, ReglesFaireAvec.HorairesNonCompris, $"Les horaires ne se comprennent pas. {raison}", faute.Suggestion);
        }
    }

    private void Nettoyage(LieuLu lu, IReadOnlySet<string> enDefaut, Signaler dire)
    {
        var nettoye = nettoyage.Nettoyer(colonne => lu.Brut(schema, colonne), _contexte);
        foreach (var correction in nettoye.Corrections)
        {
            // A value that is left out has its anomaly, or is held back: that says why.
            var dite = correction.Apres is null && (nettoye.Anomalies.Any(a => a.Regle == correction.Regle) || nettoye.Retenues.Any(r => r.Regle == correction.Regle));
            if (!dite && ADire(correction.Champ, correction.Regle, enDefaut))
            {
                dire(correction.Champ, correction.Avant, correction.Regle, Regles.Phrase(correction.Regle), correction.Apres);
            }
        }

        foreach (var anomalie in nettoye.Anomalies)
        {
            if (ADire(anomalie.Champ, anomalie.Regle, enDefaut))
            {
                dire(anomalie.Champ, anomalie.Valeur, anomalie.Regle, anomalie.Phrase, anomalie.Suggestion);
            }
        }

        foreach (var retenue in nettoye.Retenues)
        {
            dire(retenue.Champ, retenue.Masquee, retenue.Regle, retenue.Motif);
        }
    }

    /// <summary>
    /// Not what the standard has said in its own words, nor what it wants or admits: fourteen zeros for an unknown pivot, the code of a city for that of
    /// its arrondissement.
    /// </summary>
    private bool ADire(string colonne, string regle, IReadOnlySet<string> enDefaut) =>
        regle is not (Regles.PivotZeros or Regles.InseeArrondissement) && !enDefaut.Contains(colonne) && schema.Trouver(colonne)?.Fermee is null;

    private delegate void Signaler(string colonne, string? valeur, string regle, string message, string? suggestion = null);
}
