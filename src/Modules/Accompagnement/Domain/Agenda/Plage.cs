namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>A time from an instant to another one, that isn't in it: two that follow each other don't cross.</summary>
internal readonly record struct Plage(DateTimeOffset Debut, DateTimeOffset Fin)
{
    public bool Croise(Plage autre) => Debut < autre.Fin && autre.Debut < Fin;
}
