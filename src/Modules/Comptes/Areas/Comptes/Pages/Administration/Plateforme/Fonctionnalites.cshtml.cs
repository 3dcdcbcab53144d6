using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Exploitation;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>What is opened little by little, each until a date.</summary>
internal sealed class FonctionnalitesModel(ReglagesVivants reglages, TableDesDroits table, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    public DateOnly Jour => JourDeParis.De(horloge.GetUtcNow());

    public bool PeutChanger => table.Permet(demandeur.Identite, DroitsDesComptes.GererLaPlateforme);

    public IReadOnlyList<Fonctionnalite> Lignes => reglages.Connues;

    public bool Active(string nom) => reglages.Active(nom);
}
