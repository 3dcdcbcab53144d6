using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.Demonstration;

internal sealed class DemonstrationEnCours(Base donnees, IConfiguration configuration, TimeProvider horloge) : IDemonstration
{
    public bool EnCours => donnees.Options.Embarque && configuration["Demonstration"] != "false";

    public PersonneInventee De(Role role)
    {
        var persona = Personas.Toutes.Single(p => p.Role == role);
        return new PersonneInventee(persona.Id, Personas.IdDOrganisation(persona.Organisation), Personas.Equipe, JourDeParis.De(horloge.GetUtcNow().AddDays(-Personas.AncienneteEnJours)));
    }

    public Guid IdDe(string cle) => Personas.IdDe(cle);
}
