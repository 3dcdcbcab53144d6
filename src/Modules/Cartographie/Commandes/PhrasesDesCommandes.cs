using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Sources;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>What the commands of sources, groups and publications did, in a sentence for the person who typed them.</summary>
internal static class PhrasesDesCommandes
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string Dire(ImportDeLieux i)
    {
        var (lignes, changements) = (
            $"{N(i.Lus, "ligne lue", "lignes lues")}, {N(i.Gardes, "lieu gardé", "lieux gardés")} dont {N(i.Corriges, "corrigé", "corrigés")}, {N(i.Rejetes, "rejetée", "rejetées")}",
            $"{N(i.Ajoutes, "ajouté", "ajoutés")}, {N(i.Modifies, "modifié", "modifiés")}, {N(i.Retires, "retiré", "retirés")}, {N(i.Inchanges, "inchangé", "inchangés")}");
        return i.Statut switch
        {
            StatutImport.Publie => $"Publié : {lignes} ; {changements}.",
            StatutImport.ABlanc => $"Essai, rien n’est publié : {lignes} ; une fois publié : {changements}. {i.Raison}".TrimEnd(),
            StatutImport.Retenu => $"Retenu : {lignes} ; une fois publié : {changements}. {i.Raison}\nPour publier : faireavec sources liberer {i.Id}\nPour refuser : faireavec sources refuser {i.Id}",
            StatutImport.Inchange => $"Rien de nouveau. {i.Raison}".TrimEnd(),
            StatutImport.Echec => $"Échec, rien n’est changé. {i.Raison}".TrimEnd(),
            StatutImport.Annule => "Refusé : rien n’est changé.",
            StatutImport.EnAttente => "En attente.",
            StatutImport.EnCours => "En cours.",
            _ => throw new InvalidOperationException("Unknown state of an import."),
        };
    }

    public static string Dire(Bilan b) =>
        $"{N(b.Lus, "ligne lue", "lignes lues")} : {N(b.Ajoutes, "lieu ajouté", "lieux ajoutés")}, {N(b.Modifies, "modifié", "modifiés")}, {N(b.Inchanges, "inchangé", "inchangés")}, {N(b.Retires, "retiré", "retirés")}, {N(b.Rejetes, "ligne rejetée", "lignes rejetées")} ; {N(b.Retenus, "lieu retenu", "lieux retenus")} hors de la carte. {(b.DureeMs / 1000.0).ToString("0.0", Francais)} s.";

    public static string Dire(BilanDAnnulation b) =>
        $"Annulé : {N(b.Remis, "lieu remis comme avant", "lieux remis comme avant")}, {N(b.Retires, "ajout retiré", "ajouts retirés")}, {N(b.Rendus, "lieu rendu", "lieux rendus")}."
        + (b.Conflits.Count == 0 ? "" : $" {N(b.Conflits.Count, "lieu, changé depuis, est resté comme il est", "lieux, changés depuis, sont restés comme ils sont")}.");

    public static string Dire(BilanDeRegroupement b) =>
        $"{N(b.Fiches, "fiche comparée", "fiches comparées")} : {N(b.Groupes, "lieu fait", "lieux faits")} de {N(b.Fondues, "fiche", "fiches")}, {N(b.ARevoir, "paire à revoir", "paires à revoir")}, {N(b.Liens, "paire de guichets voisins", "paires de guichets voisins")}. "
        + (b.Change ? "C’est écrit." : "Rien n’a changé depuis la dernière fois.");

    /// <param name="p">The publication of the day.</param>
    /// <param name="deja">True when it was made before, and nothing has changed since.</param>
    public static string Dire(PublicationDuJour p, bool deja) =>
        $"{(deja ? "Rien n’a changé depuis la publication d’aujourd’hui : elle reste" : "Publié")} : {N(p.Lieux, "lieu", "lieux")}, "
        + (p.Precedente is { } precedente ? string.Create(Francais, $"{N(p.Ajoutes, "ajouté", "ajoutés")}, {N(p.Modifies, "modifié", "modifiés")}, {N(p.Retires, "retiré", "retirés")} depuis le {precedente:d MMMM yyyy}.") : "première publication.");

    public static string Corrections(int nombre) => nombre == 0 ? "Aucune correction à rendre." : $"{N(nombre, "correction à rendre", "corrections à rendre")}.";

    private static string N(int nombre, string un, string plusieurs) => $"{nombre.ToString("N0", Francais)} {(nombre <= 1 ? un : plusieurs)}";
}
