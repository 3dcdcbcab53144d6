using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Places and communes as an act needs them. In memory, immediate.</summary>
internal sealed class ReperesDesLieux(INomsDesLieux lieux, ITerritoires territoires)
{
    public Endroit? Lieu(string id) => lieux.Trouver(id) is { } lieu ? new Endroit(lieu.Id, lieu.CodeInsee, territoires.DepartementDeInsee(lieu.CodeInsee)) : null;

    public Endroit? Commune(string? code) => territoires.Commune(code) is { } commune ? new Endroit(null, commune.CodeInsee, territoires.DepartementDeInsee(commune.CodeInsee)) : null;

    /// <summary>A place as the agenda needs it: its clock and its holidays.</summary>
    public LieuDAgenda? Agenda(string? id) => lieux.Trouver(id) is { } lieu ? new LieuDAgenda(lieu.Id, Fuseau(lieu.CodeInsee), territoires.DepartementDeInsee(lieu.CodeInsee)) : null;

    /// <summary>The zone of a commune; that of Paris when it isn't known.</summary>
    public string Fuseau(string? commune) => territoires.Commune(commune)?.FuseauHoraire ?? HeuresLocales.Metropole;

    /// <summary>The day where this commune is.</summary>
    public DateOnly Jour(string? commune, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Fuseau(commune))).DateTime);
}
