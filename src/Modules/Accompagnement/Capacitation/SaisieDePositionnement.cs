using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>A level as the form says it.</summary>
internal sealed record NiveauSaisi(string SavoirFaire, int Niveau, Preuve Preuve);

/// <summary>A look at somebody's savoir-faire, as the form says it.</summary>
internal sealed record SaisieDePositionnement(Moment Moment, DateOnly Jour, Evaluateur Evaluateur, IReadOnlyList<NiveauSaisi> Niveaux);
