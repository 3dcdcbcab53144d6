using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Places and communes as an act needs them. In memory, immediate.</summary>
internal sealed class ReperesDesLieux(INomsDesLieux lieux, ITerritoires territoires)
{
    public Endroit? Lieu(string id) => lieux.Trouver(id) is { } lieu ? new Endroit(lieu.Id, lieu.CodeInsee, territoires.DepartementDeInsee(lieu.CodeInsee)) : null;

    public Endroit? Commune(string? code) => territoires.Commune(code) is { } commune ? new Endroit(null, commune.CodeInsee, territoires.DepartementDeInsee(commune.CodeInsee)) : null;

    /// <summary>The day where this commune is.</summary>
    public DateOnly Jour(string? commune, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(territoires.Commune(commune)?.FuseauHoraire ?? "Europe/Paris")).DateTime);
}
