using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Comptes.Demonstration;

internal sealed class DemonstrationEnCours(OptionsDonnees donnees, TimeProvider horloge) : IDemonstration
{
    public bool EnCours => donnees.EnDemonstration;

    public PersonneInventee De(Role role)
    {
        var persona = Personas.Toutes.Single(p => p.Role == role);
        return new PersonneInventee(persona.Id, Personas.IdDOrganisation(persona.Organisation), Personas.Equipe, JourDeParis.De(horloge.GetUtcNow().AddDays(-Personas.AncienneteEnJours)));
    }

    public Guid IdDe(string cle) => Personas.IdDe(cle);
}
