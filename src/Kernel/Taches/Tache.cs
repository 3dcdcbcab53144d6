namespace FaireAvec.Kernel.Taches;

/// <summary>placeholder</summary>
public abstract class Tache;
