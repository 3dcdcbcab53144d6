using FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Domain.NosLieux;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Cartographie.NosLieux;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.NosLieux;

/// <summary>Corrects what the public reads of a place: hours as one says them, telephone, what one does there.</summary>
internal sealed class CorrigerModel(LieuxDeLOrganisation lieux, ITerritoires territoires, TimeProvider horloge) : PageDeNotreLieu(lieux)
{
    /// <summary>Fields of the form that are one text.</summary>
    public static readonly IReadOnlyList<string> Textes = ["telephone", "courriels", "site_web", "prise_rdv"];

    /// <summary>Fields of the form that are choices.</summary>
    public static readonly IReadOnlyList<string> Listes = ["services", "frais_a_charge", "modalites_acces"];

    /// <summary>All but the hours.</summary>
    public static readonly IReadOnlyList<string> Champs = [.. Textes, .. Listes];

    public static readonly IReadOnlyList<string> Tous = ["horaires", .. Champs];

    /// <summary>Fields of the hours: for each day, four hours.</summary>
    public static readonly IReadOnlyList<string> Bornes = ["De1", "A1", "De2", "A2"];

    [BindProperty]
    public bool Feries { get; set; }

    /// <summary>The hours of today; null when they don't fit, or when there are none.</summary>
    public SemaineSaisie? Semaine { get; private set; }

    /// <summary>True when there are hours that the form can't show.</summary>
    public bool Riches => Lieu.Fiche?.Horaires is not null && Semaine is null;

    public static string Nom(int jour, string borne) => $"h{jour}{borne}";

    /// <summary>What the place says of a day, as one types it.</summary>
    public string? Heure(int jour, int borne) => Semaine?.Semaine[jour].ElementAtOrDefault(borne / 2) is { } plage ? SemaineSaisie.EcrireHeure(borne % 2 == 0 ? plage.De : plage.A) : null;

    /// <summary>What the place says of a field, as one types it.</summary>
    public string? Dit(string champ) => Lieu.Fiche?.Texte(champ) is not { } texte ? null : champ == "telephone" ? Telephone.Lire(texte, Departement).Numero?.Affichage ?? texte : texte.Replace('|', ' ');

    private string Departement => territoires.DepartementDeInsee(Lieu.Fiche?.CodeInsee) ?? territoires.DepartementDuCodePostal(Lieu.Fiche?.CodePostal) ?? "75";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation)
    {
        if (!await PreparerAsync(id, annulation))
        {
            return NotFound();
        }

        Feries = Semaine?.FermeLesFeries ?? false;
        return Lieu.Etat == EtatDuLieuTenu.Montre ? Page() : Refuser([ErreursDesNosLieux.Etat]);
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken annulation)
    {
        if (!await PreparerAsync(id, annulation))
        {
            return NotFound();
        }

        SansPhrases();
        foreach (var nom in Champs.Concat(Enumerable.Range(0, 7).SelectMany(j => Bornes.Select(b => Nom(j, b)))).Where(Request.Form.ContainsKey))
        {
            ModelState.SetModelValue(nom, Request.Form[nom].ToArray(), Request.Form[nom].ToString());
        }

        var fautes = new List<Erreur>();
        var valeurs = Champs.Where(c => Listes.Contains(c) || Request.Form.ContainsKey(c)).ToDictionary(c => c, Cellule, StringComparer.Ordinal);
        if (LireLaSemaine(fautes) is { } semaine && !(Riches && semaine.Vide))
        {
            valeurs["horaires"] = (semaine with { Fermetures = Semaine?.Fermetures ?? [] }).Ecrire(JourDeParis.De(horloge.GetUtcNow()));
        }

        // A telephone is dialled from the page: it is a number, kept as the others are.
        if (valeurs.GetValueOrDefault("telephone") is { } telephone && telephone != Lieu.Fiche!.Telephone && telephone != Dit("telephone"))
        {
            if (Telephone.Lire(telephone, Departement).Numero is { } numero)
            {
                valeurs["telephone"] = numero.Valeur;
            }
            else
            {
                fautes.Add(ErreursDesNosLieux.Telephone);
            }
        }

        if (fautes.Count > 0)
        {
            return Refuser(fautes);
        }

        if (valeurs.GetValueOrDefault("telephone") == Dit("telephone"))
        {
            valeurs.Remove("telephone");
        }

        // What the form shows as the place says it isn't a change, however it is written.
        var fiche = Lieu.Fiche!;
        var changees = valeurs.Where(v => v.Value != fiche.Texte(v.Key) && !(v.Key == "horaires" && v.Value == Semaine?.Ecrire(JourDeParis.De(horloge.GetUtcNow())))).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        var fait = changees.Count == 0 ? false : await Lieux.CorrigerAsync(Lieu, changees, annulation);
        return fait.Reussi ? Redirect($"{LiensDonnees.NotreLieu(id)}?fait={(fait.Valeur ? "corrige" : "rien")}") : Refuser(fait.Erreurs);
    }

    private async Task<bool> PreparerAsync(string id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation) || Lieu.Fiche is null)
        {
            return false;
        }

        Semaine = SemaineSaisie.Lire(Lieu.Fiche.Horaires);
        return true;
    }

    private string? Cellule(string champ)
    {
        var valeurs = Listes.Contains(champ) ? Request.Form[champ].AsEnumerable() : champ is "courriels" or "site_web" ? Request.Form[champ].ToString().Split(['\n', ' ', ',', ';']) : [Request.Form[champ].ToString()];
        var cellule = string.Join(FicheLieu.SeparateurDeListe, valeurs.Select(v => v?.Trim()).Where(v => !string.IsNullOrEmpty(v)));
        return cellule.Length == 0 ? null : cellule;
    }

    private SemaineSaisie? LireLaSemaine(List<Erreur> fautes)
    {
        var semaine = new IReadOnlyList<PlageDuJour>[7];
        for (var jour = 0; jour < 7; jour++)
        {
            var plages = new List<PlageDuJour>();
            for (var plage = 0; plage < SemaineSaisie.PlagesMax; plage++)
            {
                var (nomDe, nomA) = (Nom(jour, Bornes[plage * 2]), Nom(jour, Bornes[(plage * 2) + 1]));
                var (de, a) = (Request.Form[nomDe].ToString().Trim(), Request.Form[nomA].ToString().Trim());
                if (de.Length == 0 && a.Length == 0)
                {
                    continue;
                }

                var (debut, fin) = (SemaineSaisie.LireHeure(de), SemaineSaisie.LireHeure(a));
                if (debut is null || (plages.Count > 0 && debut < plages[^1].A))
                {
                    fautes.Add(ErreursDesNosLieux.HeureDe(nomDe));
                }
                else if (fin is null || fin <= debut)
                {
                    fautes.Add(ErreursDesNosLieux.HeureDe(nomA));
                }
                else
                {
                    plages.Add(new(debut.Value, fin.Value));
                }
            }

            semaine[jour] = plages;
        }

        return fautes.Count > 0 ? null : new() { Semaine = semaine, FermeLesFeries = Feries };
    }
}
