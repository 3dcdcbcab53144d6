namespace FaireAvec.Kernel.Taches;

/// <summary>One scheduled job.</summary>
/// <param name="Nom">Stable name, unique in the product ("cartographie.recompter").</param>
/// <param name="Cron">Quartz cron expression, read in Europe/Paris ("0 30 2 * * ?").</param>
/// <param name="Type">A class that derives from <see cref="Tache"/>.</param>
public sealed record TachePlanifiee(string Nom, string Cron, Type Type);
