using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// A raw row, in the standard's columns (of version 1, or those of version 0), to a clean place with the trace of all that was done. Pure: same row and same
/// context, same result. Never throws, whatever the cells hold. Cleaning a clean place changes nothing.
/// </summary>
internal sealed class NettoyageLieu(ITerritoires territoires)
{
    private readonly ReconciliationCommune _communes = new(territoires);

    /// <summary>Cleans a row.</summary>
    /// <param name="valeur">The text of a column of the standard, or null.</param>
    /// <param name="contexte">Source, day, département.</param>
    public LieuNettoye Nettoyer(Func<string, string?> valeur, ContexteNettoyage contexte)
    {
        var releve = new Releve();
        FicheLieu fiche;
        try
        {
            fiche = Fiche(valeur, contexte, releve);
        }
        catch (RegexMatchTimeoutException)
        {
            // No known text does that; one that would must not stop the file.
            fiche = new FicheLieu { Id = valeur("id") ?? "" };
            releve.Signaler("id", fiche.Id, Regles.LigneIllisible, Severite.Bloquant);
        }

        var issue = releve.Anomalies.Any(a => a.Severite == Severite.Bloquant) ? IssueNettoyage.Rejete
            : releve.Corrections.Count > 0 || releve.Retenues.Count > 0 ? IssueNettoyage.Corrige
            : IssueNettoyage.Accepte;
        return new LieuNettoye(fiche, issue, releve);
    }

    /// <summary>Cleans a place that was already read.</summary>
    public LieuNettoye Nettoyer(FicheLieu fiche, ContexteNettoyage contexte) =>
        Nettoyer(colonne => Array.IndexOf(FicheLieu.Colonnes, colonne) >= 0 ? fiche.Texte(colonne) : null, contexte);

    private FicheLieu Fiche(Func<string, string?> valeur, ContexteNettoyage contexte, Releve releve)
    {
        string? Premiere(params ReadOnlySpan<string> colonnes)
        {
            foreach (var colonne in colonnes)
            {
                if (valeur(colonne) is { } texte && !string.IsNullOrWhiteSpace(texte))
                {
                    return texte;
                }
            }

            return null;
        }

        // Of version 0, only the columns whose name has changed.
        string? Ensemble(string colonne, params ReadOnlySpan<string> anciennes)
        {
            var nouvelle = valeur(colonne);
            var ancienne = Premiere(anciennes);
            return string.IsNullOrWhiteSpace(nouvelle) ? ancienne : ancienne is null ? nouvelle : $"{nouvelle}|{ancienne.Replace(';', '|')}";
        }

        var id = Identifiant(valeur("id"), releve);
        var nom = Texte.Publiable(valeur("nom"), "nom", releve);
        if (nom is null)
        {
            releve.Signaler("nom", valeur("nom"), Regles.NomManquant, Severite.Bloquant);
        }
        else if (nom.Length > Lieu.NomMax)
        {
            releve.Signaler("nom", nom, Regles.NomTropLong, Severite.Bloquant);
        }

        var adresseBrute = valeur("adresse");
        var (localite, communes) = _communes.Nettoyer(valeur("code_postal"), valeur("code_insee"), valeur("commune"), adresseBrute, contexte.Departement, Position(valeur("latitude"), valeur("longitude")));
        releve.Ajouter(communes);
        nom = SansPersonne(nom, localite!.Commune, releve);
        var commune = territoires.Commune(localite.CodeInsee);
        var departement = commune?.Departement ?? territoires.DepartementDuCodePostal(localite.CodePostal) ?? contexte.Departement;
        ExigerLocalite(localite, releve);

        var (adresse, complement) = Adresse.Nettoyer(adresseBrute, valeur("complement_adresse"), localite, releve);
        var position = Prendre(Coordonnees.Nettoyer(valeur("latitude"), valeur("longitude"), commune, territoires), releve);
        var (resume, detail) = Texte.Presentations(valeur("presentation_resume"), valeur("presentation_detail"), releve);

        // A value in its neighbour's column goes there; each column then adds its own.
        var (publics, prisesEnCharge) = DeuxListes(ListesDuStandard.Publics, Ensemble("publics_specifiquement_adresses", "publics_accueillis", "public_accueillis"), ListesDuStandard.PrisesEnCharge, valeur("prise_en_charge_specifique"), releve);
        var (dispositifs, formations) = DeuxListes(ListesDuStandard.Dispositifs, Ensemble("dispositif_programmes_nationaux", "labels_nationaux"), ListesDuStandard.Formations, valeur("formations_labels"), releve);

        return new FicheLieu
        {
            Id = id,
            Pivot = Prendre(Pivot.Nettoyer(valeur("pivot"), departement), releve),
            Nom = nom ?? "",
            Commune = localite.Commune ?? "",
            CodePostal = localite.CodePostal ?? "",
            CodeInsee = localite.CodeInsee,
            Adresse = adresse,
            ComplementAdresse = complement,
            Latitude = position?.Latitude,
            Longitude = position?.Longitude,
            Typologie = [.. ListesDuStandard.Typologies.Nettoyer(valeur("typologie"), releve)],
            Telephone = Prendre(Telephone.Nettoyer(valeur("telephone"), departement ?? localite.CodePostal), releve),
            Courriels = Prendre(Courriel.Nettoyer(Ensemble("courriels", "courriel")), releve) ?? [],
            SiteWeb = Prendre(AdresseWeb.NettoyerListe(valeur("site_web")), releve) ?? [],
            Horaires = Texte.Ligne(valeur("horaires"), "horaires", releve),
            PresentationResume = resume,
            PresentationDetail = detail,
            Source = Texte.Ligne(valeur("source"), "source", releve) ?? contexte.Source,
            Itinerance = [.. ListesDuStandard.Itinerances.Nettoyer(valeur("itinerance"), releve)],
            StructureParente = Texte.Publiable(valeur("structure_parente"), "structure_parente", releve),
            DateMaj = Prendre(DateSource.Nettoyer(valeur("date_maj"), contexte.Aujourdhui), releve),
            Services = [.. ListesDuStandard.Services.Nettoyer(valeur("services"), releve)],
            PublicsSpecifiquementAdresses = publics,
            PriseEnChargeSpecifique = prisesEnCharge,
            FraisACharge = [.. ListesDuStandard.Frais.Nettoyer(Ensemble("frais_a_charge", "conditions_acces", "conditions_access"), releve)],
            DispositifProgrammesNationaux = dispositifs,
            FormationsLabels = formations,
            AutresFormationsLabels = AutresLabels(Ensemble("autres_formations_labels", "labels_autres"), releve),
            ModalitesAcces = [.. ListesDuStandard.ModalitesAcces.Nettoyer(valeur("modalites_acces"), releve)],
            ModalitesAccompagnement = [.. ListesDuStandard.Accompagnements.Nettoyer(Ensemble("modalites_accompagnement", "modalites_access"), releve)],
            FicheAccesLibre = Prendre(AdresseWeb.Nettoyer(Premiere("fiche_acces_libre", "accessibilite"), "fiche_acces_libre"), releve),
            PriseRdv = Prendre(AdresseWeb.Nettoyer(valeur("prise_rdv"), "prise_rdv"), releve),
        };
    }

    private static string? SansPersonne(string? nom, string? commune, Releve releve)
    {
        if (nom is null || PersonneNommee.HorsDuNom(nom, commune) is var propre && propre == nom)
        {
            return nom;
        }

        releve.Corriger("nom", PersonneNommee.Masque, propre, Regles.NomDUnePersonne);
        return propre;
    }

    /// <summary>The position as it is written, only to tell between two communes: it is cleaned once the commune is known.</summary>
    private static Position? Position(string? latitude, string? longitude) =>
        double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var la) && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var lo) && new Position(la, lo) is { Valable: true } p ? p : null;

    private static T? Prendre<T>(Nettoye<T> nettoye, Releve releve)
    {
        releve.Ajouter(nettoye.Releve);
        return nettoye.Valeur;
    }

    /// <summary>The id is a part of addresses of pages: no blank, no slash, nothing invisible.</summary>
    private static string Identifiant(string? texte, Releve releve)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            releve.Signaler("id", texte, Regles.IdManquant, Severite.Bloquant);
            return "";
        }

        var brut = texte.Trim();
        var id = string.Concat(Texte.SansInvisibles(brut).Trim().Select(c => char.IsWhiteSpace(c) || c is '/' or '\\' ? '-' : c));
        if (id.Length is 0 or > Lieu.IdMax)
        {
            releve.Signaler("id", brut, id.Length == 0 ? Regles.IdManquant : Regles.IdTropLong, Severite.Bloquant);
            return "";
        }

        releve.Corriger("id", brut, id, Regles.IdEcriture);
        return id;
    }

    private static void ExigerLocalite(Localite localite, Releve releve)
    {
        if (localite.Commune is null && !releve.Anomalies.Any(a => a is { Champ: "commune", Severite: Severite.Bloquant }))
        {
            releve.Signaler("commune", null, Regles.CommuneManquante, Severite.Bloquant);
        }

        if (localite.CodePostal is null && !releve.Anomalies.Any(a => a is { Champ: "code_postal", Severite: Severite.Bloquant }))
        {
            releve.Signaler("code_postal", null, Regles.CodePostalManquant, Severite.Bloquant);
        }
    }

    private static (string[], string[]) DeuxListes(Libelles premiere, string? texte1, Libelles seconde, string? texte2, Releve releve)
    {
        var (recus1, recus2) = (new List<string>(), new List<string>());
        var gardes1 = premiere.Nettoyer(texte1, releve, (seconde, recus2));
        var gardes2 = seconde.Nettoyer(texte2, releve, (premiere, recus1));
        return ([.. gardes1.Union(recus1)], [.. gardes2.Union(recus2)]);
    }

    /// <summary>Free labels. « ZRR » ended on 1 July 2024.</summary>
    private static string[] AutresLabels(string? texte, Releve releve)
    {
        var gardes = new List<string>();
        foreach (var brut in Libelles.Valeurs(texte, "autres_formations_labels", releve))
        {
            if (brut.Equals("ZRR", StringComparison.OrdinalIgnoreCase))
            {
                releve.Corriger("autres_formations_labels", brut, null, Regles.ListeZrr);
            }
            else if (Texte.Ligne(brut, "autres_formations_labels", releve) is { } label)
            {
                // A label that holds a separator would be two once written.
                var un = label.Replace('|', ',').Replace(';', ',');
                releve.Corriger("autres_formations_labels", label, un, Regles.ListeEcriture);
                if (gardes.Contains(un))
                {
                    releve.Corriger("autres_formations_labels", un, null, Regles.ListeDouble);
                }
                else
                {
                    gardes.Add(un);
                }
            }
        }

        return [.. gardes];
    }
}
