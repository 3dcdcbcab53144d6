using FaireAvec.Accompagnement.Domain.Orientations;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>The forms of a receiver.</summary>
/// <param name="Adresse">Where they are sent.</param>
internal sealed record GestesProposes(Orientation Orientation, string Adresse)
{
    public bool Peut(EtatDOrientation vers) => EtatsDOrientation.Permet(Orientation.Etat, vers, ActeurDOrientation.QuiRecoit);
}
