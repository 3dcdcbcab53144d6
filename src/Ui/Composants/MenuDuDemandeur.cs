using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Ui.Composants;

/// <summary>The menu of whoever is signed in: the entries of all the modules that their rights open.</summary>
public sealed class MenuDuDemandeur(Demandeur demandeur, TableDesDroits droits, IEnumerable<IModule> modules)
{
    /// <summary>Who asks; null for a visitor.</summary>
    public Identite? Identite => demandeur.Identite;

    /// <summary>The entries, in their order.</summary>
    public IReadOnlyList<LienDeNavigation> Liens =>
    [
        .. modules.SelectMany(m => m.Menu)
            .Where(e => e.Droit == DroitRequis.Connecte ? demandeur.Connecte : droits.Permet(demandeur.Identite, e.Droit))
            .OrderBy(e => e.Rang).ThenBy(e => e.Libelle, StringComparer.Ordinal)
            .Select(e => new LienDeNavigation(e.Libelle, e.Href, e.Href) { Groupe = Titre(e.Groupe) }),
    ];

    private static string Titre(GroupeDeMenu groupe) => groupe switch
    {
        GroupeDeMenu.Accompagner => "Accompagner",
        GroupeDeMenu.Equipe => "Équipe et réseau",
        GroupeDeMenu.Organisation => "Organisation et lieux",
        GroupeDeMenu.Compte => "Mon compte",
        _ => "Plateforme",
    };
}
