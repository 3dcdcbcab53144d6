using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>One register: who signed, what is on paper, closing it, and noting the workshop.</summary>
internal sealed class RegistreModel(RegistresDAteliers registres, INomsDesLieux noms, ITerritoires territoires, Demandeur demandeur) : PageDeRegistre(registres, demandeur)
{
    public IReadOnlyList<SignatureLue> Lignes { get; private set; } = [];

    /// <summary>The act noted from it.</summary>
    public Guid? Acte { get; private set; }

    public string Ou => Endroit(Registre, noms, territoires);

    /// <summary>« 9 sur tablette, 3 sur papier ».</summary>
    public string Detail => MotsRegistres.T("Registre.Detail", Signatures - Registre.Papier, Registre.Papier);

    /// <summary>« Médiathèque Exemple, Saint-Étienne », or the commune alone.</summary>
    public static string Endroit(Registre registre, INomsDesLieux noms, ITerritoires territoires) => (noms.Trouver(registre.Lieu)?.Nom, territoires.Commune(registre.Commune)?.Nom) switch
    {
        ({ } lieu, { } commune) => $"{lieu}, {commune}",
        (_, { } commune) => commune,
        _ => Listes.TypesDeLieu.Libelle(registre.TypeDeLieu) ?? "",
    };

    public async Task OnGetAsync(CancellationToken annulation) => await ListerAsync(annulation);

    public async Task<IActionResult> OnPostFermerAsync(CancellationToken annulation)
    {
        var ferme = await Registres.FermerAsync(Id, Moi.Compte, annulation);
        return ferme.Reussi ? Redirect($"{LiensDesRegistres.Registre(Id)}?fait=ferme") : await EncoreAsync(ferme.Erreurs, annulation);
    }

    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation)
    {
        var retire = await Registres.SupprimerAsync(Id, Moi.Compte, annulation);
        return retire.Reussi ? Redirect($"{LiensDesRegistres.Liste}?fait=retire") : await EncoreAsync(retire.Erreurs, annulation);
    }

    private async Task<IActionResult> EncoreAsync(IReadOnlyList<Kernel.Resultats.Erreur> erreurs, CancellationToken annulation)
    {
        var page = await RefuserAsync(erreurs, annulation);
        await ListerAsync(annulation);
        return page;
    }

    private async Task ListerAsync(CancellationToken annulation) => (Lignes, Acte) = (await Registres.LignesAsync(Id, annulation), Registre.Ferme ? await Registres.ActeAsync(Id, annulation) : null);
}
