namespace FaireAvec.Kernel.Postgres;

/// <summary>Turns what PostgreSQL prints when it can't start into a sentence that says what to do.</summary>
internal static class MessagesPostgres
{
    /// <summary>The cluster was made by another major version than the programs found.</summary>
    public static string AutreVersion(string dossier, int faite, int trouvee) =>
        $"Les données de {dossier} ont été créées par PostgreSQL {faite}, et c’est PostgreSQL {trouvee} qui est installé ici. Lancez « npm ci » dans le dossier de FaireAvec, ou indiquez les programmes de la version {faite} par FAIREAVEC_POSTGRES=/chemin/vers/bin.";

    public static string Traduire(string sortie, string dossier)
    {
        if (sortie.Contains("No space left on device", StringComparison.OrdinalIgnoreCase))
        {
            return $"Le disque est plein : la base de données ne peut pas écrire dans {dossier}. Libérez de la place (200 Mo au moins), puis relancez ; rien n’est perdu.";
        }

        if (sortie.Contains("Read-only file system", StringComparison.OrdinalIgnoreCase))
        {
            return $"Le dossier {dossier} est en lecture seule. Choisissez-en un autre avec --data.";
        }

        if (sortie.Contains("Permission denied", StringComparison.OrdinalIgnoreCase))
        {
            return $"La base de données n’a pas le droit d’écrire dans {dossier}. Rendez ce dossier accessible en écriture, ou choisissez-en un autre avec --data.";
        }

        if (sortie.Contains("database files are incompatible with server", StringComparison.OrdinalIgnoreCase))
        {
            return $"Les données de {dossier} ont été créées par une autre version de PostgreSQL. Utilisez la même version (FAIREAVEC_POSTGRES=/chemin/vers/bin), ou faites une sauvegarde puis une restauration.";
        }

        if (sortie.Contains("could not create shared memory segment", StringComparison.OrdinalIgnoreCase) || sortie.Contains("Cannot allocate memory", StringComparison.OrdinalIgnoreCase))
        {
            return "La machine n’a pas assez de mémoire partagée pour la base de données. Fermez d’autres programmes, puis relancez.";
        }

        var fin = sortie.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3);
        return $"La base de données embarquée n’a pas démarré ({dossier}). PostgreSQL dit : {string.Join(" / ", fin)}";
    }
}
